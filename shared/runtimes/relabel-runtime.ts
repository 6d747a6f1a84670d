import { type Actor, actsForTenant } from '../core/actor.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { movesOf, requireNoEntry, requirePossible } from '../formations/follow-labels.ts';
import type { OwnedLabels } from '../labels/own-labels.ts';
import { type FollowDeps, followLatest } from './follow-assignments.ts';
import { replaceMoved } from './move-runtime.ts';
import type { Runtime, RuntimeChange } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

export interface RelabelDeps extends FollowDeps {
  readonly runtimes: Pick<RuntimeRepository, 'get' | 'find' | 'replace'>;
}

/**
 * Changes a Runtime and its labels, and moves it between the formations whose automatic assignments select it, in one transaction. Throws NotFound,
 * InsufficientScopes for a Runtime that would assign itself, and InvalidOperation for a formation that does not accept it.
 */
export async function relabelRuntime(
  id: string,
  change: (current: Runtime) => RuntimeChange & OwnedLabels,
  actor: Actor,
  deps: RelabelDeps,
): Promise<Runtime> {
  const { next, known } = await retryOnConflict(async () => {
    const current = await deps.runtimes.get(actor.tenant, id);
    const wanted = change(current);
    const automatic = await deps.formations.automaticAssignments(actor.tenant);
    requireNoEntry(current, wanted, automatic, actor);
    const moves = movesOf(current, wanted, automatic);
    await requirePossible(moves, current.formations, wanted, deps);
    return { next: await replaceMoved(current, wanted, moves, actor, deps), known: automatic };
  });
  return actsForTenant(actor) ? followLatest(next, known, actor, deps) : next;
}
