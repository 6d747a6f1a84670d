import type { AgentConfigurationStore } from '../agent-configuration.ts';
import type { OperationRepository } from '../operation-repository.ts';
import type { TokenIssuer } from '../runtime-registry.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { findActive } from './active-operation.ts';

interface Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning'>;
  readonly tokens: Pick<TokenIssuer, 'spend'>;
  readonly configurations: Pick<AgentConfigurationStore, 'delete'>;
}

/** Invalidates the operation's token, if it has one, and deletes the agent configuration. */
export async function spendToken(input: WorkflowInput, { operations, tokens, configurations }: Deps): Promise<void> {
  const active = await findActive(input, operations);
  if (!active) return;
  const { token } = active.operation;
  if (token) await tokens.spend({ tenant: input.tenant, kind: 'runtime', id: input.runtimeId }, token.authId);
  await configurations.delete(input.runtimeId);
}
