import { type Clock, later, seconds } from '../../core/clock.ts';
import type { Owner } from '../../pairing/system-auth.ts';
import type { AgentConfigurationStore } from '../agent-configuration.ts';
import { type ActiveOperation, withToken } from '../operation.ts';
import type { OperationRepository } from '../operation-repository.ts';
import type { RuntimeRegistry, TokenIssuer } from '../runtime-registry.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { beginActive, getActive, isAgentThere } from './active-operation.ts';

interface Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning' | 'replace'>;
  readonly registry: Pick<RuntimeRegistry, 'find' | 'lastSeenAt'>;
  readonly tokens: TokenIssuer;
  readonly configurations: Pick<AgentConfigurationStore, 'save'>;
  readonly connectorUrl: string;
  readonly clock: Clock;
}

/**
 * Puts a one-time token into the agent-configuration secret, and nowhere else. Keeps the present one if it outlives the time limit of the Agent;
 * otherwise invalidates it first, so that at most one token of the operation is valid.
 */
export async function obtainToken(input: WorkflowInput, deps: Deps): Promise<void> {
  const { operations, registry, tokens, configurations, clock } = deps;
  const active = await getActive(input, operations);
  // This is the first step of a reconnection: no earlier step has begun the operation.
  const operation = await beginActive(active, operations, clock());
  if ((await isAgentThere({ ...active, operation }, registry)) || hasLastingToken(operation, clock())) return;

  const owner: Owner = { tenant: input.tenant, kind: 'runtime', id: input.runtimeId };
  if (operation.token) await tokens.spend(owner, operation.token.authId);
  const issue = operation.operation === 'Reconnect' ? tokens.issueForReturn : tokens.issue;
  const { token, authId, expiresAt } = await issue(owner, operation.changedBy);
  // Recorded before it is delivered, so that it can be invalidated after a crash in between.
  const noted = withToken(operation, { authId, expiresAt, delivered: false }, clock());
  await operations.replace(noted, operation.version);
  await configurations.save({ CONNECTOR_URL: deps.connectorUrl, TOKEN: token, RUNTIME_ID: input.runtimeId, TENANT: input.tenant });
  await operations.replace(withToken(noted, { authId, expiresAt, delivered: true }, clock()), noted.version);
}

const hasLastingToken = ({ token, limits }: ActiveOperation, now: Date): boolean =>
  token?.delivered === true && token.expiresAt > later(now, seconds(limits.agentSeconds)).toISOString();
