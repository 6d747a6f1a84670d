import { pageRequest } from '#shared/core/page.ts';
import type { AutomaticAssignment } from '#shared/formations/automatic-assignment.ts';
import {
  automaticAssignmentsFor,
  createAutomaticAssignment as create,
  deleteAutomaticAssignment as remove,
  deleteAutomaticAssignments as removeAll,
} from '#shared/memberships/change-automatic-assignment.ts';
import { pageOfList, wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers, QueryResolvers } from '../schema.generated.ts';

const onWire = ({ formationName, selector }: AutomaticAssignment) => ({ scenarioName: formationName, selector });

const automaticScenarioAssignments: QueryResolvers['automaticScenarioAssignments'] = async (_parent, input, { actor, deps }) => {
  const all = (await deps.automaticAssignments.list(actor.tenant)).sort((one, other) => (one.formationName < other.formationName ? -1 : 1));
  const page = pageOfList(all, pageRequest(input.first, input.after), ({ formationName }) => formationName);
  return wirePage(page, input, onWire, async () => all.length);
};

const automaticScenarioAssignmentForScenario: QueryResolvers['automaticScenarioAssignmentForScenario'] = async (
  _parent,
  { scenarioName },
  { actor, deps },
) => {
  const found = (await deps.automaticAssignments.list(actor.tenant)).find(({ formationName }) => formationName === scenarioName);
  return found ? onWire(found) : null;
};

const automaticScenarioAssignmentsForSelector: QueryResolvers['automaticScenarioAssignmentsForSelector'] = async (
  _parent,
  { selector },
  { actor, deps },
) => (await automaticAssignmentsFor(selector, actor, deps)).map(onWire);

const createAutomaticScenarioAssignment: MutationResolvers['createAutomaticScenarioAssignment'] = async (_parent, input, { actor, deps }) =>
  onWire(await create({ scenarioName: input.in.scenarioName, selector: { ...input.in.selector } }, actor, deps));

const deleteAutomaticScenarioAssignmentForScenario: MutationResolvers['deleteAutomaticScenarioAssignmentForScenario'] = async (
  _parent,
  { scenarioName },
  { actor, deps },
) => onWire(await remove(scenarioName, actor, deps));

const deleteAutomaticScenarioAssignmentsForSelector: MutationResolvers['deleteAutomaticScenarioAssignmentsForSelector'] = async (
  _parent,
  { selector },
  { actor, deps },
) => (await removeAll(selector, actor, deps)).map(onWire);

export const automaticScenarioAssignmentsResolvers: ResolverPart = {
  Query: { automaticScenarioAssignments, automaticScenarioAssignmentForScenario, automaticScenarioAssignmentsForSelector },
  Mutation: {
    createAutomaticScenarioAssignment,
    deleteAutomaticScenarioAssignmentForScenario,
    deleteAutomaticScenarioAssignmentsForSelector,
  },
};
