import { describeActor, requireScope, type TenantActor } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import { type LaunchDeps, launch, launchAgain } from './launch-operation.ts';
import { fail, isActive, newOperation, type Operation } from './operation.ts';
import { operationIdFor, requestDigest } from './operation-id.ts';
import { limitsOf } from './provisioning-request.ts';
import { isExpired, lock, type RuntimeProvisioning, release } from './runtime-provisioning.ts';

/**
 * Starts an operation on a Runtime that was provisioned, also on one whose provisioning failed. Throws NotFound for any other Runtime
 * and ConcurrentOperation while another operation works on it.
 */
export async function startFurtherOperation(
  kind: Exclude<Operation['operation'], 'Provision'>,
  runtimeId: string,
  actor: TenantActor,
  idempotencyKey: string | undefined,
  deps: LaunchDeps,
): Promise<Operation> {
  requireScope(actor, 'runtime:write');
  const { tenant } = actor;
  const provisioning = await deps.operations.findProvisioning(tenant, runtimeId);
  if (!provisioning) throw notFound('runtime', runtimeId);
  const { driver, parameters } = provisioning;
  const now = deps.clock();
  const operation = newOperation(
    {
      tenant,
      id: operationIdFor(tenant, idempotencyKey),
      operation: kind,
      runtimeId,
      driver,
      parameters,
      limits: limitsOf(parameters),
      requestDigest: requestDigest(kind, runtimeId),
      changedBy: describeActor(actor),
    },
    now,
  );
  if (idempotencyKey !== undefined && (await deps.operations.find(tenant, operation.id))) return launchAgain(operation, deps);
  return launch(operation, lock(await releaseExpiredLock(provisioning, deps), operation, now), deps);
}

/** Releases an expired lock: its workflow ended without a result, so its operation has failed. */
async function releaseExpiredLock(provisioning: RuntimeProvisioning, { operations, clock }: LaunchDeps): Promise<RuntimeProvisioning> {
  const now = clock();
  if (!isExpired(provisioning, now)) return provisioning;
  const dead = await operations.find(provisioning.tenant, provisioning.lastOperationId);
  if (!dead || !isActive(dead)) return provisioning;
  const freed = release(provisioning, { removed: false });
  const reason = { step: 'Workflow', code: 'InternalError', message: 'the workflow ended without a result' };
  await operations.end(fail(dead, reason, now), freed);
  return freed;
}
