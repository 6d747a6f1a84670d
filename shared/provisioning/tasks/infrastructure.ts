import type { Clock } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { type Awaited, deadlineAfter, nextCheck, ready } from '../deadline.ts';
import { begin } from '../operation.ts';
import type { OperationRepository } from '../operation-repository.ts';
import type { Checked, RuntimeDrivers } from '../runtime-driver.ts';
import { withInfrastructure } from '../runtime-provisioning.ts';
import type { WorkflowInput } from '../workflow-starter.ts';
import { type Active, environmentOf, findActive, getActive } from './active-operation.ts';

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
export async function checkInfrastructure(input: CheckInput, { operations, drivers, clock }: StoringDeps): Promise<Awaited> {
  const active = await getActive(input, operations);
  const { driver, limits } = active.operation;
  const checked = await drivers(driver).check(environmentOf(active));
  if (checked !== 'pending') return settled(checked, active, input, operations);
  return nextCheck(input.deadline, limits.infrastructureSeconds, clock()) ?? tooLate('ready', limits.infrastructureSeconds);
}

interface BeginningDeps extends Deps {
  readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning' | 'replace'>;
}

/** Begins an upgrade: makes the driver begin to move the infrastructure to its newest version. */
export async function upgradeInfrastructure(
  input: WorkflowInput,
  { operations, drivers, clock }: BeginningDeps,
): Promise<{ deadline: string }> {
  const active = await getActive(input, operations);
  const begun = begin(active.operation, clock());
  if (begun !== active.operation) await operations.replace(begun, active.operation.version);
  await drivers(begun.driver).upgrade(environmentOf(active));
  return deadlineAfter(begun.limits.infrastructureSeconds, clock());
}

/** Stores the stack once it is upgraded. Throws DriverFailed if the infrastructure has not its newest version at the deadline. */
export async function checkUpgrade(input: CheckInput, { operations, drivers, clock }: StoringDeps): Promise<Awaited> {
  const active = await getActive(input, operations);
  const { driver, limits } = active.operation;
  const checked = await drivers(driver).checkUpgraded(environmentOf(active));
  if (checked !== 'pending') return settled(checked, active, input, operations);
  return nextCheck(input.deadline, limits.infrastructureSeconds, clock()) ?? tooLate('upgraded', limits.infrastructureSeconds);
}

/** Stores a stack that is ready, for the status of its Runtime. A repetition stores it again. */
async function settled(
  checked: Exclude<Checked, 'pending'>,
  { provisioning }: Active,
  { deadline }: CheckInput,
  operations: StoringDeps['operations'],
): Promise<Awaited> {
  if (checked !== 'ready') await operations.replaceProvisioning(withInfrastructure(provisioning, checked), provisioning.version);
  return ready(deadline);
}

/** Removes the infrastructure as far as it was built. Does not wait for the removal; a deprovisioning does. */
export async function undoInfrastructure(input: WorkflowInput, { operations, drivers }: Omit<Deps, 'clock'>): Promise<void> {
  const active = await findActive(input, operations);
  if (active) await drivers(active.operation.driver).remove(environmentOf(active));
}

/** Begins a deprovisioning: makes the driver begin to remove the infrastructure. */
export async function removeInfrastructure(
  input: WorkflowInput,
  { operations, drivers, clock }: BeginningDeps,
): Promise<{ deadline: string }> {
  const active = await getActive(input, operations);
  const begun = begin(active.operation, clock());
  if (begun !== active.operation) await operations.replace(begun, active.operation.version);
  await drivers(begun.driver).remove(environmentOf(active));
  return deadlineAfter(begun.limits.infrastructureSeconds, clock());
}

/** Throws DriverFailed if something is left at the deadline. */
export async function checkRemoval(input: CheckInput, { operations, drivers, clock }: Deps): Promise<Awaited> {
  const active = await getActive(input, operations);
  const { driver, limits } = active.operation;
  if ((await drivers(driver).checkRemoved(environmentOf(active))) === 'ready') return ready(input.deadline);
  return nextCheck(input.deadline, limits.infrastructureSeconds, clock()) ?? tooLate('removed', limits.infrastructureSeconds);
}

function tooLate(state: string, limit: number): never {
  throw new AppError('DriverFailed', `the infrastructure was not ${state} within ${limit} s`);
}
