import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemReaders } from '#shared/table/changes/item-readers.ts';
import { formatOf } from '#shared/table/read.dynamo.ts';
import { deliverySchema } from '#shared/webhooks/delivery.ts';
import { mockedTable } from '#test/support/mocked-table.ts';
import type { RecordedItem } from '#test/support/released-items/covering-items.ts';
import { entitiesOf } from '#test/support/released-items/entities.ts';

const folder = join(import.meta.dirname, 'released-items');
const releases = readdirSync(folder).map((file) => ({
  release: file.replace('.json', ''),
  items: JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedItem[],
}));

const entities = entitiesOf(mockedTable());
/** Items that no entity reads: names and counts are conditions of writes, and texts are read by their keys. */
const readOtherwise = ['UniqueName', 'Counter', 'HeldInstanceAuths', 'Spec'];

const named = (items: readonly RecordedItem[]) => items.map((item, index) => ({ name: `${item.type} (${index})`, item }));

describe.each(releases)('an item that release $release wrote', ({ items }) => {
  const read = items.filter(({ type }) => !readOtherwise.includes(type) && type !== 'Delivery');

  it('is a delivery that can still be made, if it is pending', () => {
    for (const item of items.filter(({ type, state }) => type === 'Delivery' && state === 'PENDING')) deliverySchema.parse(item);
  });

  it.each(named(read))('is read by the entity of today: $name', ({ item }) => {
    const entity = entities.get(item.type);
    if (!entity) throw new Error(`no entity reads items of type ${item.type}`);
    expect(formatOf(entity)(item)).toBeTypeOf('object');
  });

  it.each(named(items))('does not stop the relay when it is created, changed or deleted: $name', ({ item }) => {
    const reader = itemReaders[item.type];
    if (!reader) throw new Error(`the relay does not know items of type ${item.type}`);
    const [before, after] = [item, { ...item, version: Number(item.version ?? 0) + 1 }];
    for (const drafts of [reader(undefined, item), reader(before, after), reader(item, undefined)]) {
      for (const { detailType } of drafts) expect(detailType).toBeTypeOf('string');
    }
  });
});
