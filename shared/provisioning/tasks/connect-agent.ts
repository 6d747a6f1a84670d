import type { Clock } from '../../core/clock.ts';
import { AppError, invalidOperation } from '../../core/errors.ts';
import type { AgentConfigurationStore } from '../agent-configuration.ts';
import { type Awaited, deadlineAfter, nextCheck, ready } from '../deadline.ts';
import type { OperationRepository } from '../operation-repository.ts';
import type { RuntimeDrivers } from '../runtime-driver.ts';
import type { RuntimeRegistry } from '../runtime-registry.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { environmentOf, findActive, getActive, isAgentThere } from './active-operation.ts';
import type { CheckInput } from './infrastructure.ts';

interface Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning'>;
  readonly registry: Pick<RuntimeRegistry, 'find' | 'lastSeenAt'>;
  readonly clock: Clock;
}

interface InjectionDeps extends Deps {
  readonly drivers: RuntimeDrivers;
  readonly configurations: Pick<AgentConfigurationStore, 'find'>;
}

/** Makes the driver pass the agent configuration to the Runtime Agent, unless the Agent is connected. */
export async function injectConfiguration(input: WorkflowInput, deps: InjectionDeps): Promise<{ deadline: string }> {
  const { operations, registry, drivers, configurations, clock } = deps;
  const active = await getActive(input, operations);
  if (!(await isAgentThere(active, registry))) {
    const configuration = await configurations.find(input.runtimeId);
    if (!configuration) throw invalidOperation(`Runtime ${input.runtimeId} has no agent configuration`);
    await drivers(active.operation.driver).configure(environmentOf(active), configuration);
  }
  return deadlineAfter(active.operation.limits.agentSeconds, clock());
}

/** Makes the driver take the token out of what it passed to the Runtime Agent. A repetition after the end of the operation does nothing. */
export async function forgetToken(
  input: WorkflowInput,
  { operations, drivers }: Pick<InjectionDeps, 'operations' | 'drivers'>,
): Promise<void> {
  const active = await findActive(input, operations);
  if (active) await drivers(active.operation.driver).forgetToken(environmentOf(active));
}

/** Throws AgentNotConnected if the Agent is not connected at the deadline. */
export async function checkAgent(input: CheckInput, { operations, registry, clock }: Deps): Promise<Awaited> {
  const active = await getActive(input, operations);
  if (await isAgentThere(active, registry)) return ready(input.deadline);
  const { agentSeconds } = active.operation.limits;
  const next = nextCheck(input.deadline, agentSeconds, clock());
  if (!next) throw new AppError('AgentNotConnected', `the Runtime Agent did not connect within ${agentSeconds} s`);
  return next;
}
