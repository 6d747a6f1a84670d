import pRetry from 'p-retry';
import { AppError } from '../core/errors.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Labels } from '../labels/label.ts';
import { newFormation } from './create-formation.ts';
import { requireFittingType } from './fitting-type.ts';
import type { Formation, FormationObjectType, InitialAssignment } from './formation.ts';
import { requireRoomFor } from './formation-limit.ts';
import type { FormationRepository } from './formation-repository.ts';

interface Assigned {
  readonly tenant: TenantId;
  readonly objectType: FormationObjectType;
  readonly objectId: string;
  readonly changedBy: string;
}

/**
 * Looks up the formations that a registration names; those that do not exist are to be created with it.
 * Throws InvalidOperation when one of them does not take objects of this type, or when there are too many.
 */
export async function initialAssignments(
  names: readonly string[],
  { labels, ...object }: Assigned & { readonly labels: Labels },
  { formations }: { formations: Pick<FormationRepository, 'findByName' | 'templateOf'> },
): Promise<{ assignments: InitialAssignment[]; formations: Record<string, string> }> {
  requireRoomFor(names.length);
  const assignments = await Promise.all(
    names.map(async (name): Promise<InitialAssignment> => {
      const existing = await formations.findByName(object.tenant, name);
      if (existing) await requireFittingType(existing, { objectType: object.objectType, labels }, { formations });
      const formation = existing ?? newFormation(object.tenant, name, object.changedBy);
      const member = { ...object, formationId: formation.id, formationName: formation.name, version: 1 };
      return existing ? { member } : { member, created: formation };
    }),
  );
  return { assignments, formations: Object.fromEntries(assignments.map(({ member }) => [member.formationId, member.formationName])) };
}

/** Repeats a registration if another caller created one of its formations in the meantime. */
export const retryOnFormationRace = <T>(register: () => Promise<T>): Promise<T> =>
  pRetry(register, {
    retries: 3,
    minTimeout: 20,
    randomize: true,
    shouldRetry: ({ error }) => error instanceof AppError && error.code === 'NotUniqueName' && error.details.object === 'formation',
  });

/** The formation of that name, created when there is none. */
export const formationNamed = (
  tenant: TenantId,
  name: string,
  changedBy: string,
  { formations }: { formations: Pick<FormationRepository, 'findByName' | 'insert'> },
): Promise<Formation> =>
  retryOnFormationRace(async () => {
    const existing = await formations.findByName(tenant, name);
    if (existing) return existing;
    const created = newFormation(tenant, name, changedBy);
    await formations.insert(created);
    return created;
  });
