import { type TenantActor, tenantActorNamed } from '#shared/core/actor.ts';
import type { Clock } from '#shared/core/clock.ts';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { lastSeenOf } from '#shared/pairing/last-seen.ts';
import type { RuntimeRegistry } from '#shared/provisioning/runtime-registry.ts';
import { registerRuntime } from '#shared/runtimes/register-runtime.ts';
import { setRuntimeStatus } from '#shared/runtimes/set-runtime-status.ts';
import { unregisterRuntime } from '#shared/runtimes/unregister-runtime.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoFormations } from '#shared/table/formations/formation-repository.dynamo.ts';
import { dynamoLabelDefinitions } from '#shared/table/labels/label-definition-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';

/** The reading part of the Director's registry. */
export function registryReader(table: ControlPlaneTable): Pick<RuntimeRegistry, 'find' | 'lastSeenAt'> {
  const runtimes = dynamoRuntimes(table);
  const auths = dynamoSystemAuths(table);
  return { find: runtimes.find, lastSeenAt: (tenant, id) => lastSeenOf({ tenant, kind: 'runtime', id }, { auths }) };
}

/** The Director's registry, used on behalf of the requester of the operation. */
export function directorRegistry(table: ControlPlaneTable, clock: Clock): RuntimeRegistry {
  const runtimes = dynamoRuntimes(table);
  const formations = dynamoFormations(table);
  const labelDefinitions = dynamoLabelDefinitions(table);
  return {
    ...registryReader(table),
    register: async (tenant, id, registration, changedBy) => {
      await registerRuntime({ id, ...registration, statusCondition: 'PROVISIONING' }, actorFor(tenant, changedBy), {
        runtimes,
        formations,
        labelDefinitions,
        clock,
      });
    },
    setStatus: async (tenant, id, condition, changedBy) => {
      await setRuntimeStatus(tenant, id, condition, changedBy, { runtimes, clock });
    },
    unregister: async (tenant, id, changedBy) => {
      try {
        await unregisterRuntime(id, actorFor(tenant, changedBy), { runtimes });
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'NotFound')) throw error;
      }
    },
  };
}

/** The requester as an actor. Its rights were checked when the operation was started. */
const actorFor = (tenant: TenantId, changedBy: string): TenantActor => ({
  ...tenantActorNamed(changedBy),
  tenant,
  scopes: new Set(),
});
