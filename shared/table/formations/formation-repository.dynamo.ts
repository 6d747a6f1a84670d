import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate';
import { $add, $remove } from 'dynamodb-toolbox/entity/actions/update';
import { invalidOperation, notFound } from '#shared/core/errors.ts';
import { defaultTemplate } from '#shared/formations/default-template.ts';
import { type Formation, type FormationMember, formationObjectTypes } from '#shared/formations/formation.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import { applicationEntity } from '#shared/table/applications/application-entity.dynamo.ts';
import type { Read, StoredItem } from '#shared/table/attributes.ts';
import { getManyByKey } from '#shared/table/batch-read.dynamo.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { counter } from '#shared/table/counters.dynamo.ts';
import { listingPage } from '#shared/table/listing-page.dynamo.ts';
import { limitOf, pageOf } from '#shared/table/page-of-items.ts';
import { getByKey, type Item, queryPage } from '#shared/table/read.dynamo.ts';
import { runtimeEntity } from '#shared/table/runtimes/runtime-entity.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { uniqueNames } from '#shared/table/unique-names.dynamo.ts';
import { assignmentSteps } from './assignment-steps.dynamo.ts';
import { dynamoAutomaticAssignments, withoutAutomaticAssignment } from './automatic-assignment-repository.dynamo.ts';
import { formationEntity, formationListing, formationMemberEntity, formationPartition, memberPrefix } from './formation-entities.dynamo.ts';
import { templateCount } from './formation-template-entity.dynamo.ts';
import { dynamoFormationTemplates } from './formation-template-repository.dynamo.ts';

const fromItem = ({ listPk, listSk, ...item }: StoredItem<typeof formationEntity>): Read<Formation, typeof formationEntity> => item;

export function dynamoFormations(table: ControlPlaneTable): FormationRepository {
  const formations = formationEntity(table);
  const names = uniqueNames(table, 'FORMATION');
  const counts = counter(table, 'FORMATION');
  const steps = assignmentSteps(table);
  const templates = dynamoFormationTemplates(table);
  const countOnTemplate = templateCount(table);
  const automatic = dynamoAutomaticAssignments(table);
  const endAutomatic = withoutAutomaticAssignment(table);
  const objectSide = objectSteps(table);
  const changed = configurationChanged(table);
  const changedBy = ({ tenant, objectId, objectType, formationId }: FormationMember): Step[] =>
    changed[objectType === 'APPLICATION' ? 'byApplication' : 'byRuntime'](tenant, objectId, [formationId]);

  const find: FormationRepository['find'] = async (tenant, id) => {
    const found = await getByKey(formations, { tenant, id });
    return found && fromItem(found);
  };

  return {
    find,

    insert: (formation) => transact(steps.createFormation(formation)),

    findByName: async (tenant, name) => {
      const found = await getByKey(names.entity, { tenant, name: encodeURIComponent(name) });
      return found && find(tenant, found.ownerId);
    },

    findMany: async (tenant, ids) => {
      const keys = ids.map((id) => ({ tenant, id }));
      return (await getManyByKey(formations, table, keys)).map(fromItem);
    },

    templateOf: async ({ tenant, formationTemplateId: id }) => (id === defaultTemplate.id ? undefined : templates.find(tenant, id)),

    templateNamed: templates.findByName,

    automaticAssignments: automatic.list,

    list: (tenant, page) =>
      listingPage(formations, table, { partition: formationListing(tenant), fromItem, keyOf: ({ name }) => name }, page),

    count: counts.total,

    delete: (formation) =>
      transact([
        {
          write: formations
            .build(DeleteTransaction)
            .key(formation)
            .options({
              condition: {
                and: [
                  { attr: 'applicationCount', eq: 0 },
                  { attr: 'runtimeCount', eq: 0 },
                ],
              },
            }),
          refused: () => invalidOperation(`formation ${formation.name} is not empty`),
        },
        names.release(formation.tenant, encodeURIComponent(formation.name)),
        counts.add(formation.tenant, formation.id, -1),
        ...countOnTemplate(formation, -1),
        endAutomatic(formation),
      ]),

    assign: (member, now) => transact([...steps.add(member), objectSide.add(member, now), ...changedBy(member)]),

    unassign: async (member, now) => transact([...(await steps.removeAll([member])), objectSide.remove(member, now), ...changedBy(member)]),

    findMember: async (tenant, formationId, objectId) => {
      const keys = formationObjectTypes.map((objectType) => ({ tenant, formationId, objectType, objectId }));
      const [found] = await getManyByKey(formationMemberEntity(table), table, keys);
      return found;
    },

    listMembers: async (tenant, formationId, type, page) => {
      const prefix = memberPrefix(type);
      const range = page.after === undefined ? { beginsWith: prefix } : ({ between: [`${prefix}${page.after}!`, `${prefix}~`] } as const);
      const { items, more } = await queryPage(table, { partition: formationPartition(tenant, formationId), range }, limitOf(page));
      return pageOf(items.map(memberOf), page, more, ({ objectId }) => objectId);
    },
  };
}

/** Takes what was checked when it was written: a fan-out reads thousands. */
const memberOf = ({ pk, sk, type, ...member }: Item) => member as unknown as FormationMember;

/** The writes on the Application's or Runtime's side of an assignment. */
function objectSteps(table: ControlPlaneTable) {
  const applications = applicationEntity(table);
  const runtimes = runtimeEntity(table);
  const write = (member: FormationMember, change: string | ReturnType<typeof $remove>, now: Date): Step => {
    const { tenant, objectId: id, changedBy } = member;
    const next = { tenant, id, changedBy, formations: { [member.formationId]: change }, version: $add(1), updatedAt: now.toISOString() };
    const options = { condition: { attr: 'id', exists: true } } as const;
    return member.objectType === 'APPLICATION'
      ? {
          write: applications.build(UpdateTransaction).item(next).options(options),
          refused: () => notFound('application', id),
        }
      : {
          write: runtimes.build(UpdateTransaction).item(next).options(options),
          refused: () => notFound('runtime', id),
        };
  };
  return {
    add: (member: FormationMember, now: Date): Step => write(member, member.formationName, now),
    remove: (member: FormationMember, now: Date): Step => write(member, $remove(), now),
  };
}
