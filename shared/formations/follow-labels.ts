import { type Actor, actsForTenant, requireScope } from '../core/actor.ts';
import { givenLabels, hasLabel, type OwnedLabels } from '../labels/own-labels.ts';
import { type AutomaticAssignment, selects } from './automatic-assignment.ts';
import { requireFittingType } from './fitting-type.ts';
import { requireRoomFor } from './formation-limit.ts';
import type { FormationRepository } from './formation-repository.ts';

/** The automatic assignments by which a Runtime enters and leaves formations. */
export interface AutomaticMoves {
  readonly enters: readonly AutomaticAssignment[];
  readonly leaves: readonly AutomaticAssignment[];
}

export const noMoves: AutomaticMoves = { enters: [], leaves: [] };

/** The part of a Runtime that automatic assignments need: `formations` has the names by id. */
export interface Selectable extends OwnedLabels {
  readonly formations: Readonly<Record<string, string>>;
}

/** Computes the formations that a Runtime enters and leaves with its next labels. Only labels set by its tenant select. */
export function movesOf(current: Selectable, next: OwnedLabels, automatic: readonly AutomaticAssignment[]): AutomaticMoves {
  const [before, after] = [givenLabels(current), givenLabels(next)];
  const isIn = ({ formationId }: AutomaticAssignment): boolean => formationId in current.formations;
  const moved = automatic.filter(({ selector }) => selects(selector, before) !== selects(selector, after));
  return {
    enters: moved.filter((one) => one.state !== 'ending' && selects(one.selector, after) && !isIn(one)),
    leaves: moved.filter((one) => selects(one.selector, before) && isIn(one)),
  };
}

/** The formations after the moves: id to name. */
export function formationsAfter(current: Selectable['formations'], { enters, leaves }: AutomaticMoves): Record<string, string> {
  const left = new Set(leaves.map(({ formationId }) => formationId));
  const stayed = Object.entries(current).filter(([id]) => !left.has(id));
  return Object.fromEntries([...stayed, ...enters.map(({ formationId, formationName }) => [formationId, formationName])]);
}

/** Throws InvalidOperation when the moves lead into too many formations, or into one that does not take Runtimes of this type. */
export async function requirePossible(
  moves: AutomaticMoves,
  current: Selectable['formations'],
  next: OwnedLabels,
  { formations }: { formations: Pick<FormationRepository, 'findMany' | 'templateOf'> },
): Promise<void> {
  const [first] = moves.enters;
  if (!first) return;
  requireRoomFor(Object.keys(formationsAfter(current, moves)).length);
  const ids = moves.enters.map(({ formationId }) => formationId);
  const candidate = { objectType: 'RUNTIME', labels: givenLabels(next) } as const;
  for (const formation of await formations.findMany(first.tenant, ids)) await requireFittingType(formation, candidate, { formations });
}

/** Throws InsufficientScopes for a Runtime that sets a selector label on itself. The label would have no effect, which an error makes clear. */
export function requireNoEntry(current: Selectable, next: OwnedLabels, automatic: readonly AutomaticAssignment[], actor: Actor): void {
  if (actsForTenant(actor)) return;
  const isNew = ({ selector, formationId }: AutomaticAssignment): boolean =>
    selects(selector, next.labels) &&
    !hasLabel(current.labels, selector.key, next.labels[selector.key]) &&
    !(formationId in current.formations);
  if (automatic.some(isNew)) requireScope(actor, 'formation:write');
}
