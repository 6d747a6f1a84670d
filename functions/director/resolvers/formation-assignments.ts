import { notFound } from '#shared/core/errors.ts';
import { pageRequest, wantedPage } from '#shared/core/page.ts';
import type { FormationAssignment } from '#shared/formation-assignments/formation-assignment.ts';
import { timeOf } from '#shared/formation-assignments/participant-change.ts';
import type { Formation } from '#shared/formations/formation.ts';
import { reportSealingContext } from '#shared/webhooks/participant-report.ts';
import { fromHead } from '../application-model.ts';
import type { Context } from '../context.ts';
import { pageOfParts, wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type {
  AssignmentOperation,
  FormationAssignmentResolvers,
  FormationParticipantResolvers,
  FormationResolvers,
  MutationResolvers,
} from '../schema.generated.ts';

/** Few requests need the code, and the others need not wait for it. */
const states = () => import('#shared/formation-assignments/formation-condition.ts');
const lists = () => import('#shared/formation-assignments/list-assignments.ts');
const resynchronization = () => import('#shared/formation-assignments/resynchronize-formation.ts');

/** The formation as it is now: mutations answer it as it was before. */
const current = async (formation: Formation, { loaders }: Context): Promise<Formation> =>
  (await loaders.formations.load(formation.id)) ?? formation;

const status: FormationResolvers['status'] = async (parent, _, context) => {
  const { conditionOf } = await states();
  const { condition, failed } = await conditionOf(await current(parent, context), context.deps);
  const errors = failed.map(({ id, error }) => ({ assignmentID: id, message: error?.message ?? '', errorCode: error?.code ?? 0 }));
  return { condition, errors: errors.length > 0 ? errors : null };
};

const formationAssignments: FormationResolvers['formationAssignments'] = async (parent, input, context) => {
  const formation = await current(parent, context);
  const { listAssignments } = await lists();
  const page = await wantedPage(pageRequest(input.first, input.after), (next) => listAssignments(formation, next, context.deps));
  return wirePage(
    page,
    input,
    (one) => one,
    async () => formation.applicationCount + formation.runtimeCount,
  );
};

const formationAssignment: FormationResolvers['formationAssignment'] = async (parent, { id }, context) =>
  (await (await lists()).findAssignment(await current(parent, context), id, context.deps)) ?? null;

const resynchronizeFormationNotifications: MutationResolvers['resynchronizeFormationNotifications'] = async (
  _parent,
  input,
  { actor, deps },
) => (await resynchronization()).resynchronizeFormation(input.formationID, { reset: input.reset ?? false }, actor, deps);

/** The participant. One that was deleted since its membership was read is an error of the field. */
async function participantOf({ objectType, objectId }: FormationAssignment, { deps, loaders }: Context) {
  if (objectType === 'RUNTIME') {
    const runtime = await loaders.runtimes.load(objectId);
    if (!runtime) throw notFound('runtime', objectId);
    return runtime;
  }
  const application = await loaders.applications.load(objectId);
  if (!application) throw notFound('application', objectId);
  return fromHead(application, {}, deps);
}

const participant: FormationParticipantResolvers = { __resolveType: (one) => ('application' in one ? 'Application' : 'Runtime') };

/** The latest change as an operation; it has ended where the participant is READY. */
function operationsOf({ id, formationId, change, state, stateChangedAt }: FormationAssignment): AssignmentOperation[] {
  if (!change) return [];
  return [
    {
      id: change.id,
      operationType: change.type,
      formationAssignmentID: id,
      formationID: formationId,
      triggeredBy: change.type === 'ASSIGN' ? 'ASSIGN_OBJECT' : 'UNASSIGN_OBJECT',
      startedAtTimestamp: timeOf(change).toISOString(),
      finishedAtTimestamp: state === 'READY' ? (stateChangedAt ?? null) : null,
    },
  ];
}

const errorText = ({ error }: FormationAssignment): string | null =>
  error ? JSON.stringify({ error: { message: error.message, errorCode: error.code } }) : null;

const configurationText = async ({ tenant, configuration }: FormationAssignment, { sealer }: Context['deps']): Promise<string | null> =>
  configuration ? sealer.open(reportSealingContext(tenant, configuration.deliveryId), configuration.sealed) : null;

const assignmentFields: FormationAssignmentResolvers = {
  source: ({ objectId }) => objectId,
  sourceType: ({ objectType }) => objectType,
  sourceEntity: (assignment, _, context) => participantOf(assignment, context),
  target: ({ objectId }) => objectId,
  targetType: ({ objectType }) => objectType,
  targetEntity: (assignment, _, context) => participantOf(assignment, context),
  value: async (assignment, _, { deps }) => errorText(assignment) ?? configurationText(assignment, deps),
  configuration: (assignment, _, { deps }) => configurationText(assignment, deps),
  error: errorText,
  assignmentOperations: (assignment, input) => pageOfParts(operationsOf(assignment), input),
  lastStateChangeTimestamp: ({ stateChangedAt }) => stateChangedAt ?? null,
  lastNotificationSentTimestamp: ({ notifiedAt }) => notifiedAt ?? null,
};

export const formationAssignmentsResolvers: ResolverPart = {
  Mutation: { resynchronizeFormationNotifications },
  Formation: { status, formationAssignments, formationAssignment },
  FormationAssignment: assignmentFields,
  FormationParticipant: participant,
};
