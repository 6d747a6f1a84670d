import { Entity } from 'dynamodb-toolbox/entity';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { $remove } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { map } from 'dynamodb-toolbox/schema/map';
import { string } from 'dynamodb-toolbox/schema/string';
import { AppError, notFound } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { AutomaticAssignment } from '#shared/formations/automatic-assignment.ts';
import type { AutomaticAssignmentRepository } from '#shared/formations/automatic-assignment-repository.ts';
import type { Formation } from '#shared/formations/formation.ts';
import { tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { queryAllOf } from '#shared/table/read.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { deleteWhere, updateAndRead, updateWhere } from '#shared/table/write.dynamo.ts';
import { formationEntity } from './formation-entities.dynamo.ts';

const partitionOf = (tenant: TenantId): string => tenantKey(tenant, 'AUTOMATICASSIGNMENTS');

export const automaticAssignmentEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'AutomaticAssignment',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        formationId: string().key(),
        formationName: string(),
        selector: map({ key: string(), value: string() }),
        state: string().enum('starting', 'ending').optional(),
        ...versioned,
      }),
      computeKey: ({ tenant, formationId }) => ({ pk: partitionOf(tenant), sk: formationId }),
    }),
);

const keyOf = ({ tenant, formationId }: AutomaticAssignment) => ({ tenant, formationId });

/** Holds for an assignment by the same label: a formation may have got another one meanwhile. */
const isBy = ({ selector: { key, value } }: AutomaticAssignment) => ({
  and: [
    { attr: 'selector.key' as const, eq: key },
    { attr: 'selector.value' as const, eq: value },
  ],
});

/** Deletes what a formation's automatic assignment was, if it had one. */
export function withoutAutomaticAssignment(table: ControlPlaneTable) {
  const assignments = automaticAssignmentEntity(table);
  return ({ tenant, id }: Formation): Step => ({ write: assignments.build(DeleteTransaction).key({ tenant, formationId: id }) });
}

export function dynamoAutomaticAssignments(table: ControlPlaneTable): AutomaticAssignmentRepository {
  const assignments = automaticAssignmentEntity(table);
  const formations = formationEntity(table);
  return {
    list: (tenant) => queryAllOf(assignments, table, { partition: partitionOf(tenant) }),

    insert: (assignment) => {
      const { tenant, formationId, formationName, selector } = assignment;
      return transact([
        {
          write: formations.build(ConditionCheck).key({ tenant, id: formationId }).condition({ attr: 'name', exists: true }),
          refused: () => notFound('formation', formationName),
        },
        {
          write: assignments
            .build(PutTransaction)
            .item({ ...assignment, selector: { ...selector } })
            .options({ condition: { attr: 'version', exists: false } }),
          refused: () =>
            new AppError('NotUnique', 'Object is not unique', {
              details: { object: 'automaticScenarioAssignment', scenarioName: formationName },
            }),
        },
      ]);
    },

    settle: async (assignment) => {
      const { key, value } = assignment.selector;
      const outcome = await updateAndRead(
        assignments,
        { ...keyOf(assignment), state: $remove() },
        { and: [isBy(assignment), { attr: 'state', eq: 'starting' }] },
        ({ state, selector }) => state === undefined && selector.key === key && selector.value === value,
      );
      return outcome.isWritten;
    },

    beginEnd: (assignment) => updateWhere(assignments, { ...keyOf(assignment), state: 'ending' }, isBy(assignment)),

    delete: async (assignment) => {
      await deleteWhere(assignments, keyOf(assignment), { and: [isBy(assignment), { attr: 'state', eq: 'ending' }] });
    },
  };
}
