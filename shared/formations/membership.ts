import type { TenantId } from '../core/tenant-id.ts';
import type { FormationMember, FormationObjectType } from './formation.ts';

interface Assigned {
  readonly tenant: TenantId;
  readonly id: string;
  readonly formations: Readonly<Record<string, string>>;
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

/** Whether two objects meet in a formation: what decides that a Runtime may see an Application. */
export const shareFormation = (one: Pick<Assigned, 'formations'>, other: Pick<Assigned, 'formations'>): boolean =>
  Object.keys(one.formations).some((id) => id in other.formations);
