import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ConfigurationWorld, configurationWorld, settled } from '#test/support/configuration-world.ts';
import { aTenant, aUser } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

const [runtimeCount, formationCount] = [100, 20];

let dynamo: Dynamo;
let world: ConfigurationWorld;
const tenant = aTenant();

interface Fleet {
  readonly formation: string;
  readonly application: string;
  readonly bundle: string;
}

const fleets: Fleet[] = [];
const polls: { readonly formation: string; readonly poll: (knows?: string) => Promise<{ status: number; etag: string }> }[] = [];

const admin = () => world.as(aUser(tenant));

beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
  world = await configurationWorld(dynamo);
  for (let index = 0; index < formationCount; index++) {
    const { a } = await admin().do(`mutation { a: registerApplication(in: { name: "shop-${index}", labels: { scenarios: ["f-${index}"] },
      bundles: [{ name: "b" }] }) { id bundles { data { id } } } }`);
    fleets.push({ formation: `f-${index}`, application: a.id, bundle: a.bundles.data[0].id });
  }
  for (let index = 0; index < runtimeCount; index++) {
    const { formation } = fleets[index % formationCount] as Fleet;
    const { r } = await admin().do(
      `mutation { r: registerRuntime(in: { name: "r-${index}", labels: { scenarios: ["${formation}"] } }) { id } }`,
    );
    const { certificate } = await world.pair({ tenant, kind: 'runtime', id: r.id });
    polls.push({ formation, poll: (knows) => world.poll('runtime', r.id, { certificate, knows, later: settled }) });
  }
}, 300_000);
afterAll(() => dynamo.stop());

/** Lets all Runtimes poll, a few at once, with what they know; answers their tags, and which were answered in full. */
async function all(known: readonly string[] = []) {
  const answers: { status: number; etag: string; formation: string }[] = [];
  for (let start = 0; start < polls.length; start += 20) {
    const some = polls.slice(start, start + 20);
    answers.push(
      ...(await Promise.all(some.map(async ({ formation, poll }, index) => ({ formation, ...(await poll(known[start + index])) })))),
    );
  }
  return { tags: answers.map(({ etag }) => etag), told: answers.filter(({ status }) => status === 200).map(({ formation }) => formation) };
}

/** Longer than changes before a tag are looked at again. */
const passed = 60_000;

/** Lets time pass, and ends it by a change that no Runtime sees. */
async function quietTime(): Promise<void> {
  vi.setSystemTime(Date.now() + passed);
  const { a } = await admin().do(`mutation { a: registerApplication(in: { name: "unseen-${crypto.randomUUID()}" }) { id } }`);
  for (let made = 0; made < 2; made++)
    await admin().do(`mutation { addBundle(applicationID: "${a.id}", in: { name: "b-${made}" }) { id } }`);
}

describe('one change', () => {
  beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
  afterAll(() => void vi.useRealTimers());

  it('has those of 100 Runtimes read again that share a formation with the Application', async () => {
    const [{ bundle, formation }] = fleets as [Fleet];
    await quietTime();
    const { tags } = await all();
    vi.setSystemTime(Date.now() + passed);
    await admin().do(`mutation { updateBundle(id: "${bundle}", in: { name: "renamed" }) { id } }`);
    const { tags: after, told } = await all(tags);
    expect(told).toEqual(Array.from({ length: runtimeCount / formationCount }, () => formation));
    // The others keep their tags, so that the change is looked at again by the next poll, and still does not concern them.
    expect((await all(after)).told).toEqual([]);
  }, 300_000);

  it('of another tenant has no Runtime of this one read again', async () => {
    const { tags } = await all();
    const other = world.as(aUser(aTenant()));
    await other.do(`mutation { registerApplication(in: { name: "shop-0", labels: { scenarios: ["f-0"] } }) { id } }`);
    expect((await all(tags)).told).toEqual([]);
  }, 300_000);
});
