import { describeActor, requireScope, type TenantActor } from '../core/actor.ts';
import { newId } from '../core/ids.ts';
import { type LaunchDeps, launch } from './launch-operation.ts';
import { newOperation, type Operation } from './operation.ts';
import { operationIdFor, requestDigest } from './operation-id.ts';
import { type DriverChecks, provisioningRequest } from './provisioning-request.ts';
import { newProvisioning } from './runtime-provisioning.ts';

interface Deps extends LaunchDeps {
  readonly drivers: DriverChecks;
}

/** Starts a provisioning and promises the Runtime's id. Repeating it under the same idempotency key answers the same operation. */
export async function startProvisioning(
  config: unknown,
  actor: TenantActor,
  idempotencyKey: string | undefined,
  deps: Deps,
): Promise<Operation> {
  requireScope(actor, 'runtime:write');
  const now = deps.clock();
  const request = provisioningRequest(config, actor.tenant, deps.drivers);
  const operation = newOperation(
    {
      ...request,
      tenant: actor.tenant,
      id: operationIdFor(actor.tenant, idempotencyKey),
      operation: 'Provision',
      runtimeId: newId(),
      requestDigest: requestDigest('Provision', request),
      changedBy: describeActor(actor),
    },
    now,
  );
  return launch(operation, { locked: newProvisioning(operation, now), forgotten: [] }, deps);
}
