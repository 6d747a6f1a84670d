import type { Actor } from '../core/actor.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { type AutomaticAssignment, selects } from '../formations/automatic-assignment.ts';
import { noMoves, requirePossible } from '../formations/follow-labels.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import { givenLabels } from '../labels/own-labels.ts';
import { type MoveDeps, replaceMoved } from './move-runtime.ts';
import type { Runtime } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

interface LeaveDeps extends MoveDeps {
  readonly runtimes: Pick<RuntimeRepository, 'find' | 'replace'>;
}

interface EnterDeps extends LeaveDeps {
  readonly formations: Pick<FormationRepository, 'findMany' | 'templateOf'>;
}

export interface FollowDeps extends EnterDeps {
  readonly formations: EnterDeps['formations'] & Pick<FormationRepository, 'automaticAssignments'>;
}

const isActive = ({ state }: AutomaticAssignment): boolean => state !== 'ending';

/**
 * Follows the automatic assignments that were created or deleted since `known` was read, because they may have missed this Runtime. Costs one query,
 * and none for a Runtime that no assignment can select.
 */
export async function followLatest(
  runtime: Runtime,
  known: readonly AutomaticAssignment[],
  actor: Actor,
  deps: FollowDeps,
): Promise<Runtime> {
  if (Object.keys(givenLabels(runtime)).length === 0) return runtime;
  const latest = (await deps.formations.automaticAssignments(actor.tenant)).filter(isActive);
  const isIn = (list: readonly AutomaticAssignment[], { formationId, selector }: AutomaticAssignment): boolean =>
    list.some((one) => one.formationId === formationId && one.selector.key === selector.key && one.selector.value === selector.value);
  const before = known.filter(isActive);
  const gone = before.filter((one) => !isIn(latest, one));
  const come = latest.filter((one) => !isIn(before, one));
  for (const one of gone) await leaveSelected(runtime.id, one, actor, deps);
  for (const one of come) await enterSelected(runtime.id, one, actor, deps);
  return gone.length + come.length === 0 ? runtime : ((await deps.runtimes.find(actor.tenant, runtime.id)) ?? runtime);
}

/**
 * Assigns a Runtime to a formation while the assignment selects it; a repetition changes nothing. Throws InvalidOperation for a type that the
 * formation does not accept.
 */
export const enterSelected = (id: string, assignment: AutomaticAssignment, actor: Actor, deps: EnterDeps): Promise<void> =>
  whileSelected(id, assignment, actor, deps, async (runtime) => {
    if (assignment.formationId in runtime.formations) return;
    const moves = { ...noMoves, enters: [assignment] };
    await requirePossible(moves, runtime.formations, runtime, deps);
    await replaceMoved(runtime, {}, moves, actor, deps);
  });

/** Removes a Runtime from a formation while the assignment selects it; a repetition changes nothing. */
export const leaveSelected = (id: string, assignment: AutomaticAssignment, actor: Actor, deps: LeaveDeps): Promise<void> =>
  whileSelected(id, assignment, actor, deps, async (runtime) => {
    if (!(assignment.formationId in runtime.formations)) return;
    await replaceMoved(runtime, {}, { ...noMoves, leaves: [assignment] }, actor, deps);
  });

const whileSelected = (
  id: string,
  { selector }: AutomaticAssignment,
  { tenant }: Actor,
  { runtimes }: LeaveDeps,
  move: (runtime: Runtime) => Promise<void>,
): Promise<void> =>
  retryOnConflict(async () => {
    const runtime = await runtimes.find(tenant, id);
    if (runtime && selects(selector, givenLabels(runtime))) await move(runtime);
  });
