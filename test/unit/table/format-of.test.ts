import { describe, expect, it } from 'vitest';
import { bundleEntity } from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { formatOf } from '#shared/table/read.dynamo.ts';
import { mockedTable } from '#test/support/mocked-table.ts';

describe('a stored item that is read', () => {
  const format = formatOf(bundleEntity(mockedTable()));
  const stored = { pk: 'T#t#APP#a', sk: 'BUNDLE#b', type: 'Bundle', id: 'b', name: 'orders', listPk: 'of an earlier version' };

  it('has the attributes of its entity, without keys and without what its entity does not know', () => {
    expect(format(stored)).toEqual({ id: 'b', name: 'orders' });
  });

  it('is refused as an item of another entity', () => {
    expect(() => format({ ...stored, type: 'Document' })).toThrow('an item of Document is read as one of Bundle');
  });
});
