import { type Actor, actsForTenant, requireScope } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Labels } from '../labels/label.ts';
import { type Assignable, assignFormation, unassignFormation } from './assign-formation.ts';
import { selects } from './automatic-assignment.ts';
import { requireFittingType } from './fitting-type.ts';
import type { FormationRepository } from './formation-repository.ts';

/** The formations that a Runtime enters and leaves because of other labels, by name. */
export interface Moves {
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
}

type Formations = Pick<FormationRepository, 'automaticAssignments' | 'find' | 'findByName' | 'templateOf' | 'assign' | 'unassign'>;

/**
 * Computes which formations a Runtime joins and leaves by its next labels. Throws InvalidOperation for a type that a formation does not
 * accept, and InsufficientScopes for a system that would move itself by a label.
 */
export async function movesOf(
  runtime: Assignable,
  next: Labels,
  actor: Actor,
  { formations }: { formations: Pick<Formations, 'automaticAssignments' | 'find' | 'templateOf'> },
): Promise<Moves> {
  const automatic = await formations.automaticAssignments(actor.tenant);
  const enters = automatic.filter(({ selector, formationId }) => selects(selector, next) && !(formationId in runtime.formations));
  const leaves = automatic.filter(
    ({ selector, formationId }) => selects(selector, runtime.labels) && !selects(selector, next) && formationId in runtime.formations,
  );
  if (enters.length + leaves.length > 0 && !actsForTenant(actor)) requireScope(actor, 'formation:write');
  for (const { formationId } of enters) {
    const formation = await formations.find(actor.tenant, formationId);
    if (formation) await requireFittingType(formation, { objectType: 'RUNTIME', labels: next }, { formations });
  }
  return { enters: enters.map(({ formationName }) => formationName), leaves: leaves.map(({ formationName }) => formationName) };
}

interface Deps {
  readonly formations: Formations;
  readonly runtimes: { find(tenant: TenantId, id: string): Promise<Assignable | undefined> };
  readonly clock: Clock;
}

/** Makes the moves, each in a transaction of its own. After a crash, the next change of a label makes up for what was not entered; leaving stays with the administrator. */
export async function makeMoves(id: string, { enters, leaves }: Moves, actor: Actor, deps: Deps): Promise<void> {
  const findMemberships = () => deps.runtimes.find(actor.tenant, id);
  const assignment = (formation: string) => ({ formation, objectType: 'RUNTIME', objectId: id }) as const;
  for (const name of enters) await assignFormation(assignment(name), actor, { ...deps, findMemberships });
  for (const name of leaves) await unassignFormation(assignment(name), actor, { ...deps, findMemberships });
}
