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
  /** The template a formation was made from; undefined for the default one, which demands nothing. */
  templateOf(formation: Formation): Promise<FormationTemplate | undefined>;
  templateNamed(tenant: TenantId, name: string): Promise<FormationTemplate | undefined>;
  list(tenant: TenantId, page: PageRequest): Promise<Page<Formation>>;
  count(tenant: TenantId): Promise<number>;
  /** Lists the tenant's automatic assignments. */
  automaticAssignments(tenant: TenantId): Promise<AutomaticAssignment[]>;
  /** Throws InvalidOperation while anything is assigned to it; its automatic assignment goes with it. */
  delete(formation: Formation): Promise<void>;
  /** Adds the object to the formation, on both sides; a repeat changes nothing. Throws NotFound when either is gone. */
  assign(member: FormationMember, now: Date): Promise<void>;
  /** Removes it on both sides; a repeat changes nothing. */
  unassign(member: FormationMember, now: Date): Promise<void>;
  /** Members of one type in the order of their ids. */
  listMembers(tenant: TenantId, formationId: string, type: FormationObjectType, page: PageRequest): Promise<Page<FormationMember>>;
}
