import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { concurrentUpdate, notFound } from '#shared/core/errors.ts';
import type { Formation, FormationMember, InitialAssignment } from '#shared/formations/formation.ts';
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

  const countOf = (member: FormationMember, amount: 1 | -1) =>
    member.objectType === 'APPLICATION' ? { applicationCount: $add(amount) } : { runtimeCount: $add(amount) };

  const putFormation = (formation: Formation): Step[] => [
    insertStep(formations, { ...formation, listPk: formationListing(formation.tenant), listSk: formation.name }),
    names.reserve(formation.tenant, encodeURIComponent(formation.name), formation.id),
  ];

  const changeCount = (member: FormationMember, amount: 1 | -1): Step => ({
    write: formations
      .build(UpdateTransaction)
      .item({ tenant: member.tenant, id: member.formationId, version: $add(1), changedBy: member.changedBy, ...countOf(member, amount) })
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

  return {
    createFormation: (formation: Formation): Step[] => [
      ...putFormation(formation),
      counts.add(formation.tenant, formation.id, 1),
      ...countOnTemplate(formation, 1),
    ],

    /** Adds a member to a formation that exists. */
    add: (member: FormationMember): Step[] => [changeCount(member, 1), putMember(member)],

    /** Adds a new object to all its formations, some of which the same transaction may create. */
    addAll: (assignments: readonly InitialAssignment[]): Step[] => {
      const created = assignments.flatMap((assignment) => assignment.created ?? []);
      const [first] = created;
      return [
        ...assignments.flatMap((assignment) => [
          ...(assignment.created ? putFormation(withMember(assignment.created, assignment.member)) : [changeCount(assignment.member, 1)]),
          putMember(assignment.member),
        ]),
        ...(first ? [counts.add(first.tenant, first.id, created.length)] : []),
      ];
    },

    remove: (member: FormationMember): Step[] => [
      changeCount(member, -1),
      {
        write: members
          .build(DeleteTransaction)
          .key(member)
          .options({ condition: { attr: 'objectId', exists: true } }),
        refused: () => concurrentUpdate(),
      },
    ],
  };
}

/** A transaction may touch an item once: a new formation is written with its first member already counted. */
function withMember(formation: Formation, member: FormationMember): Formation {
  return member.objectType === 'APPLICATION' ? { ...formation, applicationCount: 1 } : { ...formation, runtimeCount: 1 };
}
