import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $set } from 'dynamodb-toolbox/entity/actions/update';
import { concurrentUpdate, notFound } from '#shared/core/errors.ts';
import { newId } from '#shared/core/ids.ts';
import type { Formation, FormationMember, InitialAssignment, MembersChange } from '#shared/formations/formation.ts';
import { getManyByKey } from '#shared/table/batch-read.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { counter } from '#shared/table/counters.dynamo.ts';
import type { Step } from '#shared/table/transact.ts';
import { uniqueNames } from '#shared/table/unique-names.dynamo.ts';
import { insertStep } from '#shared/table/versioned-steps.dynamo.ts';
import { formationEntity, formationListing, formationMemberEntity } from './formation-entities.dynamo.ts';
import { templateCount } from './formation-template-entity.dynamo.ts';

/** The writes on the formation's side of an assignment, for the transactions that change the other side. */
export function assignmentSteps(table: ControlPlaneTable) {
  const formations = formationEntity(table);
  const members = formationMemberEntity(table);
  const names = uniqueNames(table, 'FORMATION');
  const counts = counter(table, 'FORMATION');
  const countOnTemplate = templateCount(table);

  const countOf = (member: FormationMember, amount: 1 | -1, change: MembersChange) =>
    member.objectType === 'APPLICATION'
      ? { applicationCount: $add(amount), applicationsChange: $set(change) }
      : { runtimeCount: $add(amount), runtimesChange: $set(change) };

  const putFormation = (formation: Formation): Step[] => [
    insertStep(formations, { ...formation, listPk: formationListing(formation.tenant), listSk: formation.name }),
    names.reserve(formation.tenant, encodeURIComponent(formation.name), formation.id),
  ];

  const changeCount = (member: FormationMember, amount: 1 | -1, change: MembersChange): Step => ({
    write: formations
      .build(UpdateTransaction)
      .item({
        tenant: member.tenant,
        id: member.formationId,
        version: $add(1),
        changedBy: member.changedBy,
        ...countOf(member, amount, change),
      })
      .options({ condition: { attr: 'name', exists: true } }),
    refused: () => notFound('formation', member.formationId),
  });

  const putMember = (member: FormationMember): Step => ({
    write: members
      .build(PutTransaction)
      .item(member)
      .options({ condition: { attr: 'objectId', exists: false } }),
    refused: () => concurrentUpdate(),
  });

  const remove = (member: FormationMember): Step[] => [
    changeCount(member, -1, departureOf(member)),
    {
      write: members
        .build(DeleteTransaction)
        .key(member)
        .options({
          condition: member.changeId === undefined ? { attr: 'objectId', exists: true } : { attr: 'changeId', eq: member.changeId },
        }),
      refused: () => concurrentUpdate(),
    },
  ];

  return {
    createFormation: (formation: Formation): Step[] => [
      ...putFormation(formation),
      counts.add(formation.tenant, formation.id, 1),
      ...countOnTemplate(formation, 1),
    ],

    /** Adds a member to a formation that exists. */
    add: (given: FormationMember): Step[] => {
      const member = identified(given);
      return [changeCount(member, 1, arrivalOf(member)), putMember(member)];
    },

    /** Adds a new object to all its formations, some of which the same transaction may create. */
    addAll: (initial: readonly InitialAssignment[]): Step[] => {
      const assignments = initial.map(({ member, ...rest }) => ({ ...rest, member: identified(member) }));
      const created = assignments.flatMap((assignment) => assignment.created ?? []);
      const [first] = created;
      return [
        ...assignments.flatMap((assignment) => [
          ...(assignment.created
            ? putFormation(withMember(assignment.created, assignment.member))
            : [changeCount(assignment.member, 1, arrivalOf(assignment.member))]),
          putMember(assignment.member),
        ]),
        ...(first ? [counts.add(first.tenant, first.id, created.length)] : []),
      ];
    },

    /**
     * Removes members from their formations. The assignments of Runtimes are read before, in one batch: the id of the event by which Applications are told
     * follows from them.
     */
    removeAll: async (leaving: readonly FormationMember[]): Promise<Step[]> => {
      const found = await getManyByKey(members, table, leaving.filter(isRuntime));
      const idOf = new Map(found.map(({ formationId, objectId, changeId }) => [`${formationId} ${objectId}`, changeId]));
      return leaving.flatMap((member) => remove({ ...member, changeId: idOf.get(`${member.formationId} ${member.objectId}`) }));
    },
  };
}

const isRuntime = ({ objectType }: FormationMember): boolean => objectType === 'RUNTIME';

type Identified = FormationMember & { readonly changeId: string };

const identified = (member: FormationMember): Identified => ({ ...member, changeId: newId() });

const arrivalOf = ({ changeId, objectId }: Identified): MembersChange => ({
  id: changeId,
  type: 'ASSIGN',
  objectId,
  assignment: changeId,
});

const departureOf = ({ changeId, objectId }: FormationMember): MembersChange => ({
  id: newId(),
  type: 'UNASSIGN',
  objectId,
  ...(changeId !== undefined && { assignment: changeId }),
});

/** A transaction may touch an item once: a new formation is written with its first member already counted. */
function withMember(formation: Formation, member: Identified): Formation {
  const change = arrivalOf(member);
  return member.objectType === 'APPLICATION'
    ? { ...formation, applicationCount: 1, applicationsChange: change }
    : { ...formation, runtimeCount: 1, runtimesChange: change };
}
