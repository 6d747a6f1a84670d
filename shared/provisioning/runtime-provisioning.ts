import { days, later, seconds } from '../core/clock.ts';
import { AppError, notFound } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Operation, Registration } from './operation.ts';
import type { BuiltStack } from './runtime-driver.ts';
import { timeLimits } from './time-limits.ts';

/** Driver and parameters of a Runtime, and the lock that admits one operation at a time. */
export interface RuntimeProvisioning {
  readonly tenant: TenantId;
  readonly runtimeId: string;
  readonly driver: string;
  readonly parameters: JsonObject;
  readonly activeOperationId?: string;
  /** Time when the lock expires: no workflow lives longer. */
  readonly activeUntil?: string;
  readonly lastOperationId: string;
  /** The operations before the last one, the latest first: at most `maxOperationsKept` with it. */
  readonly earlierOperationIds?: readonly string[];
  /** The configuration as the workflow read it from the registry. */
  readonly configuration?: Registration;
  /** The stack as it was found ready last. Absent for other drivers, and in those of earlier releases until the next upgrade. */
  readonly infrastructure?: BuiltStack;
  /** True if a deprovisioning succeeded. */
  readonly removed: boolean;
  /** True if the quota of provisioned Runtimes counts it. Absent in those of earlier releases. */
  readonly counted?: boolean;
  readonly version: number;
  readonly changedBy: string;
}

/** Operations of one Runtime that are kept. A further one takes the room of the oldest. */
export const maxOperationsKept = 20;

/** Retention of a removed Runtime and its operations, counted from the removal. */
export const removedLifetime = days(30);

/** The lock held by the Runtime's first operation. */
export const newProvisioning = (operation: Operation, now: Date): RuntimeProvisioning => ({
  tenant: operation.tenant,
  runtimeId: operation.runtimeId,
  driver: operation.driver,
  parameters: operation.parameters,
  ...heldBy(operation, now),
  removed: false,
  counted: true,
  version: 1,
  changedBy: operation.changedBy,
});

/** A lock, with the operations for which there is no room beside it. */
export interface Locking {
  readonly locked: RuntimeProvisioning;
  readonly forgotten: readonly string[];
}

/** The lock held by a further operation. Throws while another one holds it, and NotFound once the Runtime is gone. */
export function lock(provisioning: RuntimeProvisioning, operation: Operation, now: Date): Locking {
  if (provisioning.removed) throw notFound('runtime', provisioning.runtimeId);
  if (provisioning.activeOperationId !== undefined) throw busy(provisioning.runtimeId);
  const { lastOperationId, earlierOperationIds = [], version } = provisioning;
  const earlier = [lastOperationId, ...earlierOperationIds];
  const room = maxOperationsKept - 1;
  const kept = { earlierOperationIds: earlier.slice(0, room) };
  const locked = { ...provisioning, ...heldBy(operation, now), ...kept, version: version + 1, changedBy: operation.changedBy };
  return { locked, forgotten: earlier.slice(room) };
}

export function release(
  { activeOperationId, activeUntil, ...rest }: RuntimeProvisioning,
  outcome: { removed: boolean },
): RuntimeProvisioning {
  const released = { ...rest, removed: rest.removed || outcome.removed, version: rest.version + 1 };
  return released.removed ? withoutInfrastructure(released) : released;
}

export const withInfrastructure = (provisioning: RuntimeProvisioning, infrastructure: BuiltStack): RuntimeProvisioning => ({
  ...provisioning,
  infrastructure,
  version: provisioning.version + 1,
});

export const withoutInfrastructure = ({ infrastructure, ...rest }: RuntimeProvisioning): RuntimeProvisioning => rest;

export const withConfiguration = (provisioning: RuntimeProvisioning, configuration: Registration): RuntimeProvisioning => ({
  ...provisioning,
  configuration,
  version: provisioning.version + 1,
});

export const isExpired = ({ activeUntil }: RuntimeProvisioning, now: Date): boolean =>
  activeUntil !== undefined && activeUntil < now.toISOString();

export const busy = (runtimeId: string): AppError =>
  new AppError('ConcurrentOperation', `cannot start new operation for ${runtimeId} Runtime while previous one is in progress`);

const heldBy = ({ id }: Operation, now: Date) => ({
  activeOperationId: id,
  activeUntil: later(now, seconds(timeLimits.workflow)).toISOString(),
  lastOperationId: id,
});
