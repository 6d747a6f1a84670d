import { type Application, changeApplication } from '../applications/application.ts';
import type { ApplicationRepository } from '../applications/application-repository.ts';
import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidOperation, notFound } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import { shareFormation } from '../formations/membership.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { RuntimeRepository } from '../runtimes/runtime-repository.ts';
import { type EventingAddresses, eventingAddresses, noAddresses } from './eventing-url.ts';

export interface EventingDeps {
  readonly runtimes: Pick<RuntimeRepository, 'find'>;
  readonly formations: Pick<FormationRepository, 'listMembers'>;
}

interface Deps extends EventingDeps {
  readonly applications: Pick<ApplicationRepository, 'get' | 'replace'>;
  readonly clock: Clock;
}

/**
 * Finds where an Application sends its events: to the Runtime chosen for it while they share a formation, else to the oldest Runtime of its
 * formations. The addresses are empty if there is none. Reads only.
 */
export async function eventingOf(application: Application, deps: EventingDeps): Promise<EventingAddresses> {
  const runtime = (await chosenRuntime(application, deps)) ?? (await oldestRuntime(application, deps));
  return runtime ? eventingAddresses(application, runtime) : noAddresses;
}

async function chosenRuntime(application: Application, { runtimes }: Pick<EventingDeps, 'runtimes'>): Promise<Runtime | undefined> {
  const id = application.defaultEventingRuntimeId;
  const runtime = id === undefined ? undefined : await runtimes.find(application.tenant, id);
  return runtime && shareFormation(application, runtime) ? runtime : undefined;
}

/** The oldest Runtime is the first member: ids sort by creation time. */
async function oldestRuntime(application: Application, { runtimes, formations }: EventingDeps) {
  const first = await Promise.all(
    Object.keys(application.formations).map((id) => formations.listMembers(application.tenant, id, 'RUNTIME', { first: 1 })),
  );
  const [oldest] = first.flatMap(({ data }) => data.map(({ objectId }) => objectId)).sort();
  return oldest === undefined ? undefined : runtimes.find(application.tenant, oldest);
}

/** Chooses the Runtime that takes an Application's events. Throws NotFound for either, InvalidOperation unless they share a formation. */
export const setDefaultEventing = (applicationId: string, runtimeId: string, actor: Actor, deps: Deps): Promise<EventingAddresses> =>
  retryOnConflict(async () => {
    const [application, runtime] = await Promise.all([
      deps.applications.get(actor.tenant, applicationId),
      deps.runtimes.find(actor.tenant, runtimeId),
    ]);
    if (!runtime) throw notFound('runtime', runtimeId);
    if (!shareFormation(application, runtime)) {
      throw invalidOperation(`runtime ${runtimeId} is not in any formation of application ${applicationId}`);
    }
    await change(application, runtimeId, actor, deps);
    return eventingAddresses(application, runtime);
  });

/** Removes the choice and returns the addresses of before. Throws NotFound. */
export const deleteDefaultEventing = (applicationId: string, actor: Actor, deps: Deps): Promise<EventingAddresses> =>
  retryOnConflict(async () => {
    const application = await deps.applications.get(actor.tenant, applicationId);
    const previous = await eventingOf(application, deps);
    if (application.defaultEventingRuntimeId !== undefined) await change(application, undefined, actor, deps);
    return previous;
  });

async function change(application: Application, defaultEventingRuntimeId: string | undefined, actor: Actor, deps: Deps): Promise<void> {
  if (application.defaultEventingRuntimeId === defaultEventingRuntimeId) return;
  const next = changeApplication(application, { defaultEventingRuntimeId }, describeActor(actor), deps.clock());
  await deps.applications.replace(next, application);
}
