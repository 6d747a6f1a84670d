import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '#shared/core/quotas.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let admin: Caller;
let underHigherLimits: Caller;

beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  const tenant = aTenant();
  const under = (limits: object) =>
    directorWorld({ ...dynamo, table: controlPlaneTable(dynamo.client, dynamo.tableName, { ...defaultLimits, ...limits }) }).as(
      aUser(tenant),
    );
  admin = under({ labels: 4, labelBytes: 1000 });
  underHigherLimits = under({});
});

const named = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`label_${index}`, 'x']));
const exceeded = (quota: string) => [
  { message: expect.stringContaining(`quota=${quota}`), extensions: { error: 'QuotaExceeded', error_code: 27 } },
];

const kinds = [
  {
    kind: 'Application',
    register: 'mutation ($labels: Labels) { made: registerApplication(in: { name: "shop", labels: $labels }) { id labels } }',
    rename: (id: string) => `mutation { made: updateApplication(id: "${id}", in: { description: "new" }) { labels } }`,
  },
  {
    kind: 'Runtime',
    register: 'mutation ($labels: Labels) { made: registerRuntime(in: { name: "berlin", labels: $labels }) { id labels } }',
    rename: (id: string) => `mutation { made: updateRuntime(id: "${id}", in: { name: "potsdam" }) { labels } }`,
  },
];

describe.each(kinds)('labels of one $kind', ({ kind, register, rename }) => {
  const registered = async (caller: Caller, labels: object) => (await caller.do(register, { labels })).made;
  const set = (id: string, key: string, value: string) =>
    admin.ask(`mutation { set${kind}Label(${kind.toLowerCase()}ID: "${id}", key: "${key}", value: "${value}") { key } }`);
  const remove = (id: string, key: string) =>
    admin.do(`mutation { delete${kind}Label(${kind.toLowerCase()}ID: "${id}", key: "${key}") { key } }`);

  it('are as many as there may be, and no more of them', async () => {
    const { id, labels } = await registered(admin, {});
    const room = 4 - Object.keys(labels ?? {}).length;
    for (const index of Array(room).keys()) expect((await set(id, `label_${index}`, 'x')).errors).toEqual([]);
    expect((await set(id, 'more', 'x')).errors).toMatchObject(exceeded('labels'));
    expect((await set(id, 'label_0', 'y')).errors).toEqual([]);
    await remove(id, 'label_0');
    expect((await set(id, 'more', 'x')).errors).toEqual([]);
  });

  it('are as many of those that are set at the same moment', async () => {
    const { id, labels } = await registered(admin, {});
    const room = 4 - Object.keys(labels ?? {}).length;
    const answers = await Promise.all(Array.from({ length: room + 1 }, (_, index) => set(id, `label_${index}`, 'x')));
    const after = await admin.do(`{ made: ${kind.toLowerCase()}(id: "${id}") { labels } }`);
    expect(Object.keys(after.made.labels)).toHaveLength(4 - room + answers.filter(({ errors }) => errors.length === 0).length);
    expect(Object.keys(after.made.labels).length).toBeLessThanOrEqual(4);
  });

  it('are refused with the registration where there are too many, or too large ones', async () => {
    expect((await admin.ask(register, { labels: named(5) })).errors).toMatchObject(exceeded('labels'));
    expect((await admin.ask(register, { labels: { large: 'x'.repeat(1000) } })).errors).toMatchObject(exceeded('labelBytes'));
  });

  it('take so many bytes together', async () => {
    const { id } = await registered(admin, { large: 'x'.repeat(900) });
    expect((await set(id, 'more', 'x'.repeat(100))).errors).toMatchObject(exceeded('labelBytes'));
    expect((await set(id, 'large', 'x'.repeat(700))).errors).toEqual([]);
    expect((await set(id, 'more', 'x'.repeat(100))).errors).toEqual([]);
  });

  it('stay and may become fewer where there are more than there may be, and everything else may change', async () => {
    const { id } = await registered(underHigherLimits, named(7));
    await admin.do(rename(id));
    await remove(id, 'label_0');
    expect((await set(id, 'more', 'x')).errors).toMatchObject(exceeded('labels'));
  });
});

it('an application template has as many labels as it may, and no more', async () => {
  const create = (name: string, labels: object) =>
    admin.ask(
      `mutation ($labels: Labels) { made: createApplicationTemplate(in: { name: "${name}", applicationInput: { name: "shop" }, placeholders: [],
        accessLevel: GLOBAL, labels: $labels }) { id } }`,
      { labels },
    );
  expect((await create('shops', named(5))).errors).toMatchObject(exceeded('labels'));
  expect((await create('shops', named(4))).errors).toEqual([]);
});
