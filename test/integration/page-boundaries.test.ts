import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTenant } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { readings } from '#test/support/readings.ts';
import { inSmallPages } from '#test/support/small-pages.ts';

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

describe('an item beyond the first page of an answer is read as well', () => {
  it.each(readings)('$of: $what', async ({ read }) => {
    const { found, stored } = await read({ table: inSmallPages(dynamo, 2), tenant: aTenant() });
    expect(found).toEqual(stored);
  });

  it('by every repository that queries the table', () => {
    const querying = globSync('shared/table/**/*-repository.dynamo.ts').filter((path) =>
      /\b(query(All|AllOf|Page|Pages)|countAll|listingPage|dueItems|keysOf|keysWithin)\b/.test(readFileSync(path, 'utf8')),
    );
    const names = querying.map((path) => path.replace(/^.*\/(.*)\.dynamo\.ts$/, '$1'));
    expect([...new Set(readings.map(({ of }) => of))].sort()).toEqual(names.sort());
  });
});
