import type { TenantId } from '../core/tenant-id.ts';
import type { FormationMember, FormationObjectType } from './formation.ts';

/** The formations of an Application or Runtime: their names by id. */
export interface FormationMembership {
  readonly formations: Readonly<Record<string, string>>;
}

interface Assigned extends FormationMembership {
  readonly tenant: TenantId;
  readonly id: string;
  readonly changedBy: string;
}

/** The assignments of an Application or Runtime, seen from the formations' side. */
export function membershipsOf(object: Assigned, objectType: FormationObjectType): FormationMember[] {
  return Object.entries(object.formations).map(([formationId, formationName]) => ({
    tenant: object.tenant,
    formationId,
    formationName,
    objectType,
    objectId: object.id,
    version: 1,
    changedBy: object.changedBy,
  }));
}

/** Returns true if two objects are in one formation: only then a Runtime may see an Application. */
export const shareFormation = (one: FormationMembership, other: FormationMembership): boolean =>
  Object.keys(one.formations).some((id) => id in other.formations);
