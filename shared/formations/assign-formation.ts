import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { Labels } from '../labels/label.ts';
import { requireFittingType } from './fitting-type.ts';
import type { Formation, FormationMember, FormationObjectType } from './formation.ts';
import { requireRoomFor } from './formation-limit.ts';
import type { FormationRepository } from './formation-repository.ts';

/** The formations of an object: `formations` has the names by id. */
interface Assignable {
  readonly labels: Labels;
  readonly formations: Readonly<Record<string, string>>;
}

/** Finds the Application or Runtime with the formations it is in. */
export type FindMemberships = (type: FormationObjectType, id: string) => Promise<Assignable | undefined>;

interface Deps {
  readonly formations: Pick<FormationRepository, 'findByName' | 'templateOf' | 'assign' | 'unassign'>;
  readonly findMemberships: FindMemberships;
  readonly clock: Clock;
}

export interface Assignment {
  readonly formation: string;
  readonly objectType: FormationObjectType;
  readonly objectId: string;
}

/**
 * Assigns an Application or Runtime to a formation; a repetition changes nothing. Throws NotFound for either, and InvalidOperation for a type that
 * the formation's template does not list, or above the limit of formations.
 */
export const assignFormation = (assignment: Assignment, actor: Actor, deps: Deps): Promise<Formation> =>
  change(assignment, actor, deps, async (isMember, { member, formation, object: { labels, formations } }) => {
    if (isMember) return;
    requireRoomFor(Object.keys(formations).length + 1);
    await requireFittingType(formation, { objectType: member.objectType, labels }, deps);
    await deps.formations.assign(member, deps.clock());
  });

/** Removes it from the formation; a repetition changes nothing. */
export const unassignFormation = (assignment: Assignment, actor: Actor, deps: Deps): Promise<Formation> =>
  change(assignment, actor, deps, async (isMember, { member }) => {
    if (isMember) await deps.formations.unassign(member, deps.clock());
  });

interface Found {
  readonly member: FormationMember;
  readonly formation: Formation;
  readonly object: Assignable;
}

function change(
  { formation: name, objectType, objectId }: Assignment,
  actor: Actor,
  { formations, findMemberships }: Deps,
  write: (isMember: boolean, found: Found) => Promise<void>,
): Promise<Formation> {
  return retryOnConflict(async () => {
    const [formation, object] = await Promise.all([formations.findByName(actor.tenant, name), findMemberships(objectType, objectId)]);
    if (!formation) throw notFound('formation', name);
    if (!object) throw notFound(objectType.toLowerCase(), objectId);
    const { tenant } = actor;
    const member = {
      tenant,
      formationId: formation.id,
      formationName: formation.name,
      objectType,
      objectId,
      version: 1,
      changedBy: describeActor(actor),
    };
    await write(formation.id in object.formations, { member, formation, object });
    return formation;
  });
}
