import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { Data } from '#test/support/clients.ts';
import { type ConfigurationWorld, configurationWorld, type PollAnswer, settled } from '#test/support/configuration-world.ts';
import { aTenant, aUser, type Caller } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: ConfigurationWorld;
let tenant: TenantId;
let admin: Caller;
const ids = { runtime: '', application: '' };
const listed: { runtime: string[]; application: string[] } = { runtime: [], application: [] };

const scenarios = 'labels: { scenarios: ["paged"] }';

beforeAll(async () => {
  dynamo = await startDynamo();
  world = await configurationWorld(dynamo);
  tenant = aTenant();
  admin = world.as(aUser(tenant));
  for (const index of [1, 2, 3]) {
    const { a } = await admin.do(`mutation { a: registerApplication(in: { name: "app-${index}", ${scenarios},
      bundles: [{ name: "one" }, { name: "two" }, { name: "three" }] }) { id bundles { data { id } } } }`);
    ids.application = a.id;
    listed.runtime.push(a.id);
    listed.application = a.bundles.data.map(({ id }: Data) => id);
  }
  const { r } = await admin.do(`mutation { r: registerRuntime(in: { name: "cluster", ${scenarios} }) { id } }`);
  ids.runtime = r.id;
});
afterAll(() => dynamo.stop());

describe.each([
  { kind: 'runtime' as const, pageIn: ({ applicationsForRuntime }: Data) => applicationsForRuntime },
  { kind: 'application' as const, pageIn: ({ application }: Data) => application.bundles },
])('the pages of the configuration of a $kind', ({ kind, pageIn }) => {
  let certificate: string;
  beforeAll(async () => {
    ({ certificate } = await world.pair({ tenant, kind, id: ids[kind] }));
  });
  const poll = (after: string, knows?: string) =>
    world.poll(kind, ids[kind], { certificate, knows, later: settled, query: { first: '1', ...(after && { after }) } });

  /** Every page with the cursor that leads to it. */
  async function pages(): Promise<{ after: string; answer: PollAnswer }[]> {
    const found: { after: string; answer: PollAnswer }[] = [];
    let after = '';
    do {
      const answer = await poll(after);
      found.push({ after, answer });
      after = pageIn(answer.json).pageInfo.endCursor;
    } while (after !== '');
    return found;
  }
  const tagsOf = (found: Awaited<ReturnType<typeof pages>>) => new Set(found.map(({ answer }) => answer.etag));

  it('have the same tag as long as nothing changes, and are everything together', async () => {
    const found = await pages();
    expect(found.flatMap(({ answer }) => pageIn(answer.json).data.map(({ id }: Data) => id)).sort()).toEqual(listed[kind].toSorted());
    expect(found).toHaveLength(3);
    expect(tagsOf(found).size).toBe(1);
  });

  it('are each known to who has any of them', async () => {
    const [first, ...others] = await pages();
    for (const { after } of others) expect((await poll(after, first?.answer.etag)).status).toBe(304);
  });

  it('have all another tag when something changes on one of them', async () => {
    const before = await pages();
    await admin.do(`mutation { setApplicationLabel(applicationID: "${ids.application}", key: "k", value: "${kind}") { key } }`);
    const after = await pages();
    expect(tagsOf(after).size).toBe(1);
    expect(tagsOf(after)).not.toEqual(tagsOf(before));
  });
});
