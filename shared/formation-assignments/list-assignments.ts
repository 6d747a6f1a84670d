import { invalidRequest } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Formation, type FormationMember, formationObjectTypes } from '../formations/formation.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import { type AssessDeps, assessMembers } from './assess-members.ts';
import { type FormationAssignment, objectOfAssignment } from './formation-assignment.ts';

export interface AssignmentsDeps extends AssessDeps {
  readonly formations: Pick<FormationRepository, 'listMembers' | 'findMember'>;
}

/** A page of the assignments of a formation: those of its Applications, then those of its Runtimes. Throws InvalidData for a cursor of another list. */
export async function listAssignments(formation: Formation, page: PageRequest, deps: AssignmentsDeps): Promise<Page<FormationAssignment>> {
  const { data, next } = await membersOf(formation, page, deps);
  const assessed = await assessMembers(data, formation, deps);
  return { data: assessed.map(({ assignment }) => assignment), ...(next !== undefined && { next }) };
}

/** Finds an assignment by its id; undefined if the formation has none with it. */
export async function findAssignment(formation: Formation, id: string, deps: AssignmentsDeps): Promise<FormationAssignment | undefined> {
  const objectId = objectOfAssignment(formation.id, id);
  const member = objectId ? await deps.formations.findMember(formation.tenant, formation.id, objectId) : undefined;
  const [assessed] = member ? await assessMembers([member], formation, deps) : [];
  return assessed?.assignment;
}

/** A page of the members of a formation, of both types. Its cursor is the type and the id of the last one. */
async function membersOf(
  { tenant, id }: Formation,
  { first, after }: PageRequest,
  { formations }: Pick<AssignmentsDeps, 'formations'>,
): Promise<Page<FormationMember>> {
  const [given, afterId] = after?.split('#') ?? [formationObjectTypes[0]];
  const from = formationObjectTypes.find((type) => type === given);
  if (!from) throw invalidRequest('cursor is not correct');
  const types = formationObjectTypes.slice(formationObjectTypes.indexOf(from));
  const found: FormationMember[] = [];
  for (const type of types) {
    // One more tells whether there is another page, if the rest of the type fills this one.
    const request = { first: first - found.length + 1, ...(type === from && afterId !== undefined && { after: afterId }) };
    found.push(...(await formations.listMembers(tenant, id, type, request)).data);
    if (found.length > first) break;
  }
  const data = found.slice(0, first);
  const last = data.at(-1);
  return last && found.length > first ? { data, next: `${last.objectType}#${last.objectId}` } : { data };
}
