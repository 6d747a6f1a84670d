import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTenant, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { type LosingTable, losingTable } from '#test/support/lost-answers.ts';
import { repeatedWrites } from '#test/support/repeated-writes.ts';

let dynamo: Dynamo;
let through: LosingTable;
beforeAll(async () => {
  dynamo = await startDynamo();
  through = await losingTable(dynamo);
});
afterAll(async () => {
  await through.stop();
  await dynamo.stop();
});

/** The result of the write and every item of its tenant, without the tenant's name, the versions, and counters, whose shards are chosen at random. */
async function playedBy({ play }: (typeof repeatedWrites)[number], isRepeated: boolean) {
  const tenant = aTenant();
  let writes = 0;
  const result = await play({
    tenant,
    table: dynamo.table,
    write: async (work) => {
      writes += 1;
      if (!isRepeated) return work(dynamo.table);
      const { result, lost } = await through.losing(() => work(through.table));
      expect(lost, 'lost answers').toBe(1);
      return result;
    },
  });
  expect(writes).toBe(1);
  const items = (await everyItem(dynamo)).filter((item) => JSON.stringify(item).includes(tenant) && item.type !== 'Counter');
  const bare = (value: unknown) => JSON.parse(JSON.stringify(value ?? null, withoutVersions).replaceAll(tenant, 'TENANT'));
  return { result: bare(result), items: Object.fromEntries(items.map((item) => [bare(`${item.pk} ${item.sk}`), bare(item)])) };
}

const withoutVersions = (key: string, value: unknown) => (key === 'version' ? undefined : value);

describe('a write that the SDK sends again because its answer was lost', () => {
  it.each(repeatedWrites.filter(({ differs }) => !differs))('has the result and the effect of one write: $of', async (write) => {
    expect(await playedBy(write, true)).toEqual(await playedBy(write, false));
  });

  it.each(repeatedWrites.filter(({ differs }) => differs))('ends well: $of, since $differs', async (write) => {
    await playedBy(write, true);
  });

  it('is in the list, wherever an adapter writes a single item', () => {
    const found = globSync('shared/table/**/*.dynamo.ts').flatMap((path) => writesIn(path));
    expect(repeatedWrites.map(({ of }) => of).sort()).toEqual([...new Set(found)].filter((one) => !passingOn.includes(one)).sort());
  });
});

/** Functions that write for others, which are in the list themselves; and two whose writes set what is there after the first one: `end` and `systemAuthOf`. */
const passingOn = [
  'endpoints/endpoint-leases probe',
  'endpoints/endpoint-leases admit',
  'pairing/system-auth-of systemAuthOf',
  'pairing/system-auth-writes note',
  'pairing/system-auth-writes updateOrRead',
  'provisioning/operation-repository end',
  'webhooks/delivery-repository update',
];
const theirNames = ['updateOrRead', 'note', 'update', 'occupy'];

/** The line that begins a function: a member of a repository, or a function of the file. */
const beginning =
  /^ {4}(\w+): (?:async )?(?:\(|function)|^(?:export )?(?:async )?function (\w+)|^(?:export )?const (\w+) =|^ {2}const (\w+) = (?:async )?\(|^ {2}(?:async )?function (\w+)/;

function writesIn(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const imported = /import \{([^}]*)\} from '(?:#shared\/table|\.|\.\.)\/write\.dynamo\.ts'/.exec(text)?.[1]?.split(',') ?? [];
  const names = imported.map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '));
  const isAdapter = names.length > 0 || text.includes('systemAuthWrites(');
  if (!isAdapter || path.endsWith('/write.dynamo.ts')) return [];
  const call = new RegExp(`(?<![.\\w$])(?:${[...names, ...theirNames].join('|')})(?:<.*>)?\\(`);
  let inside = '';
  return text.split('\n').flatMap((line) => {
    inside = beginning.exec(line)?.slice(1).find(Boolean) ?? inside;
    return call.test(line) && !line.startsWith('import') ? [`${path.replace(/^shared\/table\/|\.dynamo\.ts$/g, '')} ${inside}`] : [];
  });
}
