import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { Labels } from '../labels/label.ts';
import { requireFittingType } from './fitting-type.ts';
import type { FormationMember, FormationObjectType } from './formation.ts';
import { requireRoomFor } from './formation-limit.ts';
import type { FormationRepository } from './formation-repository.ts';
import { formationNamed } from './initial-assignments.ts';

interface Deps {
  readonly formations: Pick<FormationRepository, 'findByName' | 'templateOf' | 'insert' | 'assign' | 'unassign'>;
  readonly clock: Clock;
}

/** Assigns an object to exactly the named formations, for clients of 2020 that use the `scenarios` label. Missing formations are created. */
export async function setScenarios(
  object: { id: string; labels: Labels; formations: Readonly<Record<string, string>> },
  objectType: FormationObjectType,
  names: readonly string[],
  actor: Actor,
  { formations, clock }: Deps,
): Promise<void> {
  requireRoomFor(names.length);
  const changedBy = describeActor(actor);
  const member = (formationId: string, formationName: string): FormationMember => {
    return { tenant: actor.tenant, formationId, formationName, objectType, objectId: object.id, version: 1, changedBy };
  };
  const current = new Set(Object.values(object.formations));
  for (const name of names.filter((wanted) => !current.has(wanted))) {
    const formation = await formationNamed(actor.tenant, name, changedBy, { formations });
    await requireFittingType(formation, { objectType, labels: object.labels }, { formations });
    await formations.assign(member(formation.id, formation.name), clock());
  }
  for (const [id, name] of Object.entries(object.formations)) {
    if (!names.includes(name)) await formations.unassign(member(id, name), clock());
  }
}
