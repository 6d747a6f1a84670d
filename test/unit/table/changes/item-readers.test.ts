import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { itemReaders } from '#shared/table/changes/item-readers.ts';

/** The names given to `new Entity({ name })`, which are the `type` of the items. */
function entityTypes(): string[] {
  const sources = globSync('shared/**/*.ts').map((path) => readFileSync(path, 'utf8'));
  return sources.flatMap((source) => [...source.matchAll(/new Entity\(\{\s*name: '(\w+)'/g)].map(([, name]) => name as string));
}

describe('readers', () => {
  it('know every type of item that anything stores in the table', () => {
    const types = entityTypes();
    expect(types).toContain('Application');
    expect(types.filter((type) => !Object.hasOwn(itemReaders, type))).toEqual([]);
  });
});
