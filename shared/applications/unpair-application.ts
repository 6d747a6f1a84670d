import { type Actor, describeActor, requireOwnership } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidOperation } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import { type Application, changeApplication, withCondition } from './application.ts';
import type { ApplicationRepository } from './application-repository.ts';

interface Deps {
  readonly applications: Pick<ApplicationRepository, 'get' | 'unpair'>;
  readonly formations: Pick<FormationRepository, 'findMany'>;
  readonly auths: Pick<SystemAuthRepository, 'inventoryOf'>;
  readonly clock: Clock;
}

/** Ends every credential of an Application. Throws NotFound, and InvalidOperation while a Runtime shares a formation with it. */
export async function unpairApplication(id: string, actor: Actor, { applications, formations, auths, clock }: Deps): Promise<Application> {
  requireOwnership(actor, 'application', id);
  const { tenant } = actor;
  return retryOnConflict(async () => {
    const [current, credentials] = await Promise.all([
      applications.get(tenant, id),
      auths.inventoryOf({ tenant, kind: 'application', id }),
    ]);
    const shared = (await formations.findMany(tenant, Object.keys(current.formations))).filter(({ runtimeCount }) => runtimeCount > 0);
    if (shared.length > 0) {
      const names = shared.map(({ name }) => name).sort();
      throw invalidOperation(`System ${current.name} shares the following formations with a runtime : ${names.join(', ')}`);
    }
    const now = clock();
    const { status } = withCondition(current, 'INITIAL', now);
    const next = changeApplication(current, { status }, describeActor(actor), now);
    await applications.unpair(next, current.version, credentials);
    return next;
  });
}
