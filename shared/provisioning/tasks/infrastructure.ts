import type { Clock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { type Awaited, deadlineAfter, nextCheck, ready } from '../deadline.ts';
import type { OperationRepository } from '../operation-repository.ts';
import type { Checked, RuntimeDriver, RuntimeDrivers, RuntimeEnvironment } from '../runtime-driver.ts';
import { withInfrastructure } from '../runtime-provisioning.ts';
import { timeLimits } from '../time-limits.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { beginActive, environmentOf, findActive, getActive } from './active-operation.ts';

interface Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning'>;
  readonly drivers: RuntimeDrivers;
  readonly clock: Clock;
}

export interface CheckInput extends WorkflowInput {
  readonly deadline: string;
}

/** Makes the driver begin to build the Runtime's infrastructure. */
export async function provisionInfrastructure(input: WorkflowInput, { operations, drivers, clock }: Deps): Promise<{ deadline: string }> {
  const active = await getActive(input, operations);
  await drivers(active.operation.driver).provision(environmentOf(active));
  return deadlineAfter(active.operation.limits.infrastructureSeconds, clock());
}

interface StoringDeps extends Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning' | 'replaceProvisioning'>;
}

/** Stores the stack once it is ready. Throws DriverFailed if the infrastructure is not ready at the deadline. */
export const checkInfrastructure = (input: CheckInput, deps: StoringDeps): Promise<Awaited> =>
  checkStack(input, { state: 'ready', check: (driver, environment) => driver.check(environment) }, deps);

interface BeginningDeps extends Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning' | 'replace'>;
}

/** Begins an upgrade: makes the driver begin to move the infrastructure to its newest version. */
export const upgradeInfrastructure = (input: WorkflowInput, deps: BeginningDeps): Promise<{ deadline: string }> =>
  beginWith(input, (driver, environment) => driver.upgrade(environment), deps);

/** Stores the stack once it is upgraded. Throws DriverFailed if the infrastructure has not its newest version at the deadline. */
export const checkUpgrade = (input: CheckInput, deps: StoringDeps): Promise<Awaited> =>
  checkStack(input, { state: 'upgraded', check: (driver, environment) => driver.checkUpgraded(environment) }, deps);

interface StackCheck {
  /** The state that is waited for, in the words of the failure. */
  readonly state: string;
  readonly check: (driver: RuntimeDriver, environment: RuntimeEnvironment) => Promise<Checked>;
}

/** Stores a stack that is ready, for the status of its Runtime. A repetition stores it again. */
async function checkStack(input: CheckInput, { state, check }: StackCheck, { operations, drivers, clock }: StoringDeps): Promise<Awaited> {
  const active = await getActive(input, operations);
  const { operation, provisioning } = active;
  const checked = await check(drivers(operation.driver), environmentOf(active));
  if (checked === 'pending') return untilDeadline(state, input, operation.limits.infrastructureSeconds, clock());
  if (checked !== 'ready') await operations.replaceProvisioning(withInfrastructure(provisioning, checked), provisioning.version);
  return ready(input.deadline);
}

/** Makes the driver begin to remove the infrastructure as far as it was built. Does nothing for an operation that has ended. */
export async function undoInfrastructure(input: WorkflowInput, { operations, drivers, clock }: Deps): Promise<{ deadline: string }> {
  const active = await findActive(input, operations);
  if (active) await drivers(active.operation.driver).remove(environmentOf(active));
  return deadlineAfter(timeLimits.undo, clock());
}

/** Begins a deprovisioning: makes the driver begin to remove the infrastructure. */
export const removeInfrastructure = (input: WorkflowInput, deps: BeginningDeps): Promise<{ deadline: string }> =>
  beginWith(input, (driver, environment) => driver.remove(environment), deps);

/** Throws DriverFailed if something is left at the deadline. There is nothing to wait for once the operation has ended. */
export async function checkRemoval(input: CheckInput, { operations, drivers, clock }: Deps): Promise<Awaited> {
  const active = await findActive(input, operations);
  if (!active) return ready(input.deadline);
  const { driver, limits, operation } = active.operation;
  if ((await drivers(driver).checkRemoved(environmentOf(active))) === 'ready') return ready(input.deadline);
  return untilDeadline('removed', input, operation === 'Provision' ? timeLimits.undo : limits.infrastructureSeconds, clock());
}

/** Begins an operation whose first step is the driver's. */
async function beginWith(
  input: WorkflowInput,
  act: (driver: RuntimeDriver, environment: RuntimeEnvironment) => Promise<void>,
  { operations, drivers, clock }: BeginningDeps,
): Promise<{ deadline: string }> {
  const active = await getActive(input, operations);
  const { driver, limits } = await beginActive(active, operations, clock());
  await act(drivers(driver), environmentOf(active));
  return deadlineAfter(limits.infrastructureSeconds, clock());
}

function untilDeadline(state: string, { deadline }: CheckInput, limitSeconds: number, now: Date): Awaited {
  const next = nextCheck(deadline, limitSeconds, now);
  if (!next) throw new AppError('DriverFailed', `the infrastructure was not ${state} within ${limitSeconds} s`);
  return next;
}
