import { z } from 'zod';
import { type Actor, describeActor, requireOwnership } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { validate } from '../core/validate.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import { type Application, changeApplication, withCondition } from './application.ts';
import type { ApplicationRepository } from './application-repository.ts';
import { applicationFields } from './register-application.ts';

const update = z.object(applicationFields);

interface Deps {
  readonly applications: Pick<ApplicationRepository, 'get' | 'replace'>;
  readonly auths: Pick<SystemAuthRepository, 'forgetContact'>;
  readonly clock: Clock;
}

/** Changes what the input names; its name and, without a status in the input, its status stay. Throws NotFound, InvalidData. */
export async function updateApplication(id: string, given: object, actor: Actor, deps: Deps): Promise<Application> {
  requireOwnership(actor, 'application', id);
  const { statusCondition, ...fields } = validate('ApplicationUpdateInput', update, given);
  const change = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const next = await retryOnConflict(async () => {
    const current = await deps.applications.get(actor.tenant, id);
    const now = deps.clock();
    const { status } = statusCondition ? withCondition(current, statusCondition, now) : current;
    const changed = changeApplication(current, { ...change, status }, describeActor(actor), now);
    await deps.applications.replace(changed, current.version);
    return changed;
  });
  if (statusCondition && statusCondition !== 'CONNECTED') await deps.auths.forgetContact({ tenant: actor.tenant, kind: 'application', id });
  return next;
}
