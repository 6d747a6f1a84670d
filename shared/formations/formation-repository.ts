import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { AutomaticAssignment } from './automatic-assignment.ts';
import type { Formation, FormationMember, FormationObjectType } from './formation.ts';
import type { FormationTemplate } from './formation-template.ts';

export interface FormationRepository {
  /** Throws NotUniqueName when the tenant has a formation of that name, NotFound when its template is gone. */
  insert(formation: Formation): Promise<void>;
  find(tenant: TenantId, id: string): Promise<Formation | undefined>;
  findByName(tenant: TenantId, name: string): Promise<Formation | undefined>;
  /** Formations with these ids, in any order; one batch read. */
  findMany(tenant: TenantId, ids: readonly string[]): Promise<Formation[]>;
  /** The template of a formation; undefined for the default one, which accepts every type. */
  templateOf(formation: Formation): Promise<FormationTemplate | undefined>;
  templateNamed(tenant: TenantId, name: string): Promise<FormationTemplate | undefined>;
  list(tenant: TenantId, page: PageRequest): Promise<Page<Formation>>;
  count(tenant: TenantId): Promise<number>;
  /** Lists the tenant's automatic assignments. */
  automaticAssignments(tenant: TenantId): Promise<AutomaticAssignment[]>;
  /** Deletes a formation with its automatic assignment. Throws InvalidOperation while an object is assigned to it. */
  delete(formation: Formation): Promise<void>;
  /** Adds the object to the formation, and the formation to the object; a repetition changes nothing. Throws NotFound if either does not exist. */
  assign(member: FormationMember, now: Date): Promise<void>;
  /** Removes the object from the formation, and the formation from the object; a repetition changes nothing. */
  unassign(member: FormationMember, now: Date): Promise<void>;
  /** The member with this id, of whatever type; undefined if it is not in the formation. */
  findMember(tenant: TenantId, formationId: string, objectId: string): Promise<FormationMember | undefined>;
  /** Members of one type in the order of their ids. */
  listMembers(tenant: TenantId, formationId: string, type: FormationObjectType, page: PageRequest): Promise<Page<FormationMember>>;
}
