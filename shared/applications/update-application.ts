import * as z from 'zod';
import { type Actor, actsForTenant, describeActor, requireOwnership } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidOperation, notFound } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { optional, validate } from '../core/validate.ts';
import { calledUrl } from '../http/sendable.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import { type Application, changeApplication, withCondition } from './application.ts';
import type { ApplicationRepository } from './application-repository.ts';
import { applicationFields, requireSystemId, systemLabel } from './register-application.ts';

/** Null detaches the Application from its integration system; an empty URL ends its health checks; absent fields stay. */
const update = z.object({
  ...applicationFields,
  name: optional(z.string()),
  integrationSystemID: z.string().nullish(),
  healthCheckURL: optional(z.union([z.literal(''), calledUrl()])),
});

interface Deps {
  readonly applications: Pick<ApplicationRepository, 'get' | 'replace'>;
  readonly auths: Pick<SystemAuthRepository, 'forgetContact'>;
  readonly clock: Clock;
}

/**
 * Changes the fields that the input names. The name stays, and the status if the input has none. Throws NotFound, also for the integration system
 * that it names, InvalidData, and InvalidOperation for another name.
 */
export async function updateApplication(id: string, given: object, actor: Actor, deps: Deps): Promise<Application> {
  requireOwnership(actor, 'application', id);
  const { statusCondition, name, integrationSystemID: named, ...fields } = validate('ApplicationUpdateInput', update, given);
  requireSystemId(named);
  const change = {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...(fields.healthCheckURL === '' && { healthCheckURL: undefined }),
  };
  const next = await retryOnConflict(async () => {
    const current = await deps.applications.get(actor.tenant, id);
    if (name !== undefined && name !== current.name) throw invalidOperation('an Application keeps its name: register another');
    const now = deps.clock();
    const { status } = statusCondition ? withCondition(current, statusCondition, now) : current;
    const system = named === undefined ? {} : ofSystem(current, named ?? undefined, actor);
    const changed = changeApplication(current, { ...change, ...system, status }, describeActor(actor), now);
    await deps.applications.replace(changed, current);
    return changed;
  });
  if (statusCondition && statusCondition !== 'CONNECTED') await deps.auths.forgetContact({ tenant: actor.tenant, kind: 'application', id });
  return next;
}

type System = Pick<Application, 'integrationSystemID' | 'labels'>;

/** Refuses to let an Application change its own integration system. */
function ofSystem({ labels, integrationSystemID: own }: Application, next: string | undefined, actor: Actor): Partial<System> {
  if (next === own) return {};
  if (!actsForTenant(actor)) throw notFound('integrationSystem', next ?? '');
  const { integrationSystemID: _, ...others } = labels;
  return { integrationSystemID: next, labels: { ...others, ...systemLabel(next) } };
}
