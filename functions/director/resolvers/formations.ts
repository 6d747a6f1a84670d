import { invalidOperation, notFound } from '#shared/core/errors.ts';
import { pageRequest, wantedPage } from '#shared/core/page.ts';
import {
  type Assignment,
  assignFormation as assign,
  type FindMemberships,
  unassignFormation as unassign,
} from '#shared/formations/assign-formation.ts';
import { createFormation as create } from '#shared/formations/create-formation.ts';
import { deleteFormation as remove } from '#shared/formations/delete-formation.ts';
import { type Formation, formationObjectTypes } from '#shared/formations/formation.ts';
import { assignTenant, unassignTenant } from '#shared/memberships/assign-tenant.ts';
import { formationsForObject as forObject } from '#shared/memberships/formations-for-object.ts';
import type { Context } from '../context.ts';
import { wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { FormationObjectType, FormationResolvers, MutationResolvers, QueryResolvers } from '../schema.generated.ts';

const formation: QueryResolvers['formation'] = (_parent, { id }, { actor, deps }) => deps.formations.find(actor.tenant, id);

const formationByName: QueryResolvers['formationByName'] = (_parent, { name }, { actor, deps }) =>
  deps.formations.findByName(actor.tenant, name);

const formations: QueryResolvers['formations'] = async (_parent, input, { actor, deps }) => {
  const page = await wantedPage(pageRequest(input.first, input.after), (next) => deps.formations.list(actor.tenant, next));
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

const assignFormation: MutationResolvers['assignFormation'] = (_parent, input, context) => {
  if (input.initialConfigurations?.length)
    throw invalidOperation('initial configurations are not offered here: use setApplicationLabel and setRuntimeLabel');
  return input.objectType === 'TENANT'
    ? assignTenant(input.objectID, input.formation.name, context.actor, context.deps)
    : assign(assignmentOf(input), context.actor, { ...context.deps, findMemberships: memberships(context) });
};

const unassignFormation: MutationResolvers['unassignFormation'] = (_parent, input, context) => leave(input, context);

const unassignFormationGlobal: MutationResolvers['unassignFormationGlobal'] = async (_parent, input, context) =>
  leave({ ...input, formation: await existing(input.formation, context) }, context);

const leave = (input: AssignmentInput, context: Context) =>
  input.objectType === 'TENANT'
    ? unassignTenant(input.objectID, input.formation.name, context.actor, context.deps)
    : unassign(assignmentOf(input), context.actor, { ...context.deps, findMemberships: memberships(context) });

async function existing(id: string, { actor, deps }: Context): Promise<Formation> {
  const found = await deps.formations.find(actor.tenant, id);
  if (!found) throw notFound('formation', id);
  return found;
}

interface AssignmentInput {
  readonly objectID: string;
  readonly objectType: FormationObjectType;
  readonly formation: { readonly name: string };
}

function assignmentOf(input: AssignmentInput): Assignment {
  const objectType = formationObjectTypes.find((type) => type === input.objectType);
  if (!objectType) throw invalidOperation('runtime contexts are not offered here: use the objectType RUNTIME');
  return { formation: input.formation.name, objectType, objectId: input.objectID };
}

const memberships =
  ({ actor, deps }: Context): FindMemberships =>
  (type, id) =>
    type === 'APPLICATION' ? deps.applications.find(actor.tenant, id) : deps.runtimes.find(actor.tenant, id);

const formationFields: FormationResolvers = {
  tenantID: ({ tenant }) => tenant,
};

export const formationsResolvers: ResolverPart = {
  Query: { formation, formationByName, formations, formationsForObject },
  Mutation: {
    createFormation,
    deleteFormation,
    assignFormation,
    unassignFormation,
    unassignFormationGlobal,
  },
  Formation: formationFields,
};
