import { later, seconds } from '../core/clock.ts';
import { AppError, notFound } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Operation, Registration } from './operation.ts';
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
  /** The configuration as the workflow read it from the registry. */
  readonly configuration?: Registration;
  /** True if a deprovisioning succeeded. */
  readonly removed: boolean;
  readonly version: number;
  readonly changedBy: string;
}

/** The lock held by the Runtime's first operation. */
export const newProvisioning = (operation: Operation, now: Date): RuntimeProvisioning => ({
  tenant: operation.tenant,
  runtimeId: operation.runtimeId,
  driver: operation.driver,
  parameters: operation.parameters,
  ...heldBy(operation, now),
  removed: false,
  version: 1,
  changedBy: operation.changedBy,
});

/** The lock held by a further operation. Throws while another one holds it, and NotFound once the Runtime is gone. */
export function lock(provisioning: RuntimeProvisioning, operation: Operation, now: Date): RuntimeProvisioning {
  if (provisioning.removed) throw notFound('runtime', provisioning.runtimeId);
  if (provisioning.activeOperationId !== undefined) throw busy(provisioning.runtimeId);
  return { ...provisioning, ...heldBy(operation, now), version: provisioning.version + 1, changedBy: operation.changedBy };
}

export function release(
  { activeOperationId, activeUntil, ...rest }: RuntimeProvisioning,
  outcome: { removed: boolean },
): RuntimeProvisioning {
  return { ...rest, removed: rest.removed || outcome.removed, version: rest.version + 1 };
}

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
