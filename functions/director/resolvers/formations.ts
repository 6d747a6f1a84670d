import { invalidData } from '#shared/core/errors.ts';
import { pageRequest } from '#shared/core/page.ts';
import {
  type Assignment,
  assignFormation as assign,
  type FindMemberships,
  unassignFormation as unassign,
} from '#shared/formations/assign-formation.ts';
import { createFormation as create } from '#shared/formations/create-formation.ts';
import { deleteFormation as remove } from '#shared/formations/delete-formation.ts';
import { formationObjectTypes } from '#shared/formations/formation.ts';
import { assignTenant, unassignTenant } from '#shared/memberships/assign-tenant.ts';
import { formationsForObject as forObject } from '#shared/memberships/formations-for-object.ts';
import type { Context } from '../context.ts';
import { wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { FormationObjectType, MutationResolvers, QueryResolvers } from '../schema.generated.ts';

const formation: QueryResolvers['formation'] = (_parent, { id }, { actor, deps }) => deps.formations.find(actor.tenant, id);

const formationByName: QueryResolvers['formationByName'] = (_parent, { name }, { actor, deps }) =>
  deps.formations.findByName(actor.tenant, name);

const formations: QueryResolvers['formations'] = async (_parent, input, { actor, deps }) => {
  const page = await deps.formations.list(actor.tenant, pageRequest(input.first, input.after));
  return wirePage(
    page,
    input,
    (one) => one,
    () => deps.formations.count(actor.tenant),
  );
};

const formationsForObject: QueryResolvers['formationsForObject'] = (_parent, { objectID }, { actor, deps }) =>
  forObject(actor.tenant, objectID, deps);

const createFormation: MutationResolvers['createFormation'] = (_parent, input, { actor, deps }) => create(input.formation, actor, deps);

const deleteFormation: MutationResolvers['deleteFormation'] = (_parent, input, { actor, deps }) =>
  remove(input.formation.name, actor, deps);

const assignFormation: MutationResolvers['assignFormation'] = (_parent, input, context) =>
  input.objectType === 'TENANT'
    ? assignTenant(input.objectID, input.formation.name, context.actor, context.deps)
    : assign(assignmentOf(input), context.actor, { ...context.deps, findMemberships: memberships(context) });

const unassignFormation: MutationResolvers['unassignFormation'] = (_parent, input, context) =>
  input.objectType === 'TENANT'
    ? unassignTenant(input.objectID, input.formation.name, context.actor, context.deps)
    : unassign(assignmentOf(input), context.actor, { ...context.deps, findMemberships: memberships(context) });

function assignmentOf(input: { objectID: string; objectType: FormationObjectType; formation: { name: string } }): Assignment {
  const objectType = formationObjectTypes.find((type) => type === input.objectType);
  if (!objectType) throw invalidData('FormationObjectType', { objectType: `${input.objectType} cannot be assigned here` });
  return { formation: input.formation.name, objectType, objectId: input.objectID };
}

const memberships =
  ({ actor, deps }: Context): FindMemberships =>
  (type, id) =>
    type === 'APPLICATION' ? deps.applications.find(actor.tenant, id) : deps.runtimes.find(actor.tenant, id);

export const formationsResolvers: ResolverPart = {
  Query: { formation, formationByName, formations, formationsForObject },
  Mutation: { createFormation, deleteFormation, assignFormation, unassignFormation },
};
