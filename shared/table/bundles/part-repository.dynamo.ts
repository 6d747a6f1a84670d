import type { Entity, FormattedItem, KeyInputItem } from 'dynamodb-toolbox/entity';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { amountsOfContents } from '#shared/bundles/amounts.ts';
import type { PartKey, PartRepository } from '#shared/bundles/bundle-repository.ts';
import type { WithText } from '#shared/bundles/text.ts';
import { notFound } from '#shared/core/errors.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import { applicationEntity } from '#shared/table/applications/application-entity.dynamo.ts';
import { changedAttributes } from '#shared/table/changes/changed-attributes.ts';
import { configurationChanged } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { findById } from '#shared/table/find-by-id.dynamo.ts';
import { type Amounts, difference, negative } from '#shared/table/quota-counts-entity.dynamo.ts';
import { formatOf, getByKey } from '#shared/table/read.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { deleteStep, replaceStep } from '#shared/table/versioned-steps.dynamo.ts';
import { bundleEntity, byId } from './bundle-entities.dynamo.ts';
import { contentCounts } from './content-counts.dynamo.ts';
import { textSteps } from './text-steps.dynamo.ts';

/** Names the list in which a part is counted. */
const lists = { ApiDefinition: 'apiDefinitions', EventDefinition: 'eventDefinitions', Document: 'documents' } as const;

/** Attributes of a definition that a Runtime's configuration contains. */
const toldOfDefinitions = ['name', 'description', 'group', 'apiVersion', 'targetURL'];

const objectNames = { ApiDefinition: 'api', EventDefinition: 'eventDefinition', Document: 'document' } as const;

/** The repository of one kind of object in a bundle or Application; kinds differ only in their attributes. */
export function partRepository<T extends PartKey & WithText & { version: number }, E extends Entity>(
  table: ControlPlaneTable,
  readable: E,
  type: keyof typeof objectNames,
  fromItem: (item: FormattedItem<E>) => T,
): PartRepository<T> {
  const bundles = bundleEntity(table);
  const applications = applicationEntity(table);
  const texts = textSteps(table);
  const changed = configurationChanged(table);
  const counts = contentCounts(table);
  const item = (part: T): Record<string, unknown> => ({ ...(part as object), ...byId(part.tenant, part.id, type) });
  const format = formatOf(readable);
  // The types of the attributes differ between kinds, and do not matter here.
  const entity: Entity = readable;

  const parent = ({ tenant, applicationId, bundleId }: T): Step & Required<Pick<Step, 'refused'>> =>
    bundleId === undefined
      ? {
          write: applications.build(ConditionCheck).key({ tenant, id: applicationId }).condition({ attr: 'id', exists: true }),
          refused: () => notFound('application', applicationId),
        }
      : {
          write: bundles.build(ConditionCheck).key({ tenant, applicationId, id: bundleId }).condition({ attr: 'id', exists: true }),
          refused: () => notFound('bundle', bundleId),
        };

  /** Runtimes see the definitions in bundles, but neither the stored texts nor the state of fetching. */
  const changedForRuntimes = (next: T, previous?: T): Step[] => {
    const isTold = type !== 'Document' && next.bundleId !== undefined;
    const isOther = previous === undefined || changedAttributes(item(previous), item(next), toldOfDefinitions).length > 0;
    return isTold && isOther ? changed.byApplication(next.tenant, next.applicationId) : [];
  };

  const amountsOf = (part: T): Amounts => amountsOfContents({ [lists[type]]: [part] });

  const find: PartRepository<T>['find'] = async ({ tenant, applicationId, bundleId, id }) => {
    const found = await getByKey(readable, { tenant, applicationId, bundleId, id } as KeyInputItem<E>);
    return found && fromItem(found);
  };

  const gone = (part: PartKey) => () => notFound(objectNames[type], part.id);

  /** The contents of a deleted bundle cannot be changed while they wait for the sweeper. */
  const bundleStands = (part: T): Step[] => (part.bundleId === undefined ? [] : [{ write: parent(part).write, refused: gone(part) }]);

  const remove = (current: T): Promise<void> =>
    counts.change(current, negative(amountsOf(current)), gone(current), (counted) =>
      transact([
        deleteStep(entity, item(current), current.version),
        ...bundleStands(current),
        texts.delete(current),
        ...changedForRuntimes(current),
        counted,
      ]),
    );

  return {
    insert: (part, text) => {
      const { write, refused } = parent(part);
      return counts.change(part, amountsOf(part), refused, (counted) =>
        transact([
          { write, refused },
          { write: entity.build(PutTransaction).item(item(part)) },
          ...texts.put(text),
          ...changedForRuntimes(part),
          counted,
        ]),
      );
    },

    find,

    findById: async (tenant, id) => {
      const found = await findById(table, tenant, id, type);
      return found && fromItem(format(found));
    },

    replace: (next, previous, text) =>
      counts.change(next, difference(amountsOf(next), amountsOf(previous)), gone(next), (counted) =>
        transact([
          replaceStep(entity, item(next), previous.version),
          ...bundleStands(next),
          ...texts.put(text),
          ...texts.dropped(next, previous),
          ...changedForRuntimes(next, previous),
          counted,
        ]),
      ),

    delete: async (part) => {
      let current: T | undefined = part;
      await retryOnConflict(async () => {
        // The item found by id may be older than the stored one.
        current ??= await find(part);
        if (!current) throw gone(part)();
        const seen = current;
        current = undefined;
        await remove(seen);
      });
    },
  };
}
