import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { AutomaticAssignment } from '../formations/automatic-assignment.ts';
import { type AutomaticMoves, formationsAfter, noMoves } from '../formations/follow-labels.ts';
import type { FormationMember } from '../formations/formation.ts';
import { changeRuntime, type Runtime, type RuntimeChange } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

export interface MoveDeps {
  readonly runtimes: Pick<RuntimeRepository, 'replace'>;
  readonly clock: Clock;
}

/** Maximum number of moves: each takes two of the 100 writes of a transaction, beside those of the Runtime itself. */
const maxMoves = 45;

/** Writes a change of a Runtime together with its moves. Throws ConcurrentUpdate if it was changed since it was read. */
export async function replaceMoved(
  current: Runtime,
  change: RuntimeChange,
  moves: AutomaticMoves,
  actor: Actor,
  deps: MoveDeps,
): Promise<Runtime> {
  if (moves.enters.length + moves.leaves.length > maxMoves) {
    // After a crash in between, a repetition continues: the labels are still the earlier ones.
    const left = await replaceMoved(current, {}, { ...noMoves, leaves: moves.leaves }, actor, deps);
    return replaceMoved(left, change, { ...noMoves, enters: moves.enters }, actor, deps);
  }
  const formations = formationsAfter(current.formations, moves);
  const next = changeRuntime(current, { ...change, formations }, describeActor(actor), deps.clock());
  const members = (assignments: readonly AutomaticAssignment[]) => assignments.map((one) => memberOf(next, one));
  await deps.runtimes.replace(next, current, { enters: members(moves.enters), leaves: members(moves.leaves) });
  return next;
}

const memberOf = ({ tenant, id, changedBy }: Runtime, { formationId, formationName }: AutomaticAssignment): FormationMember => ({
  tenant,
  formationId,
  formationName,
  objectType: 'RUNTIME',
  objectId: id,
  version: 1,
  changedBy,
});
