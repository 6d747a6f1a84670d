import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '#shared/core/page.ts';
import type { Data } from '#test/support/clients.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let admin: Caller;
const tenant = aTenant();

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
  admin = world.as(aUser(tenant));
});
afterAll(() => dynamo.stop());

/** A registered Runtime that calls the Director. */
async function aRuntime(scenarios: readonly string[] = []): Promise<Caller & { readonly id: string }> {
  const { r } = await admin.do('mutation ($in: RuntimeRegisterInput!) { r: registerRuntime(in: $in) { id } }', {
    in: { name: `runtime-${randomUUID()}`, labels: scenarios.length > 0 ? { scenarios } : {} },
  });
  return { id: r.id, ...world.as(aSystem('runtime', r.id, tenant)) };
}

const mark = `pages${randomUUID().slice(0, 8)}`;

/** Follows a list to its end as a careful client does, and says how large each page was. */
async function walk(ask: (query: string) => Promise<Data>, list: (page: string) => string, first: number) {
  const data: Data[] = [];
  const sizes: number[] = [];
  const totals = new Set<number>();
  let after = '';
  do {
    const { page } = await ask(`{ page: ${list(`first: ${first}, after: "${after}"`)} }`);
    expect(page.pageInfo.startCursor).toBe(after);
    expect(page.pageInfo.endCursor === '').toBe(!page.pageInfo.hasNextPage);
    data.push(...page.data);
    sizes.push(page.data.length);
    totals.add(page.totalCount);
    after = page.pageInfo.endCursor;
  } while (after !== '');
  return { data, sizes, totals: [...totals] };
}

const fields = 'pageInfo { startCursor endCursor hasNextPage } totalCount';

describe('the Applications of a Runtime', () => {
  const formations = [`${mark}-a`, `${mark}-b`, `${mark}-c`];
  const scenarios = [[0], [0, 1], [1, 2], [2], [0, 1, 2], [1], [2, 0]];
  let registered: { id: string; name: string }[];
  let runtime: Awaited<ReturnType<typeof aRuntime>>;
  const list = (page: string) => `applicationsForRuntime(runtimeID: "${runtime.id}", ${page}) { data { id name } ${fields} }`;
  const refusal = async (query: string) => (await runtime.ask(query)).errors[0];

  beforeAll(async () => {
    registered = [];
    for (const [index, places] of scenarios.entries()) {
      const labels = { mark, scenarios: places.map((place) => formations[place]) };
      const { r } = await admin.do('mutation ($in: ApplicationRegisterInput!) { r: registerApplication(in: $in) { id name } }', {
        in: { name: `${mark} Shop_${index}`, labels },
      });
      registered.push(r);
    }
    await admin.do(`mutation { registerApplication(in: { name: "${mark}-outside" }) { id } }`);
    runtime = await aRuntime(formations);
  });

  it.each([1, 2, 3, 6, 7, 200])('come each once and in order, %i at a time, however its formations overlap', async (first) => {
    const { data, sizes, totals } = await walk(runtime.do, list, first);
    expect(data.map(({ id }) => id)).toEqual(registered.map(({ id }) => id).sort());
    expect(totals).toEqual([7]);
    expect(sizes.every((size) => size > 0)).toBe(true);
  });

  it('come in full on the first page of who does not page', async () => {
    const { page } = await runtime.do(`{ page: applicationsForRuntime(runtimeID: "${runtime.id}") { data { id } ${fields} } }`);
    expect(page).toMatchObject({ totalCount: 7, pageInfo: { startCursor: '', endCursor: '', hasNextPage: false } });
    expect(page.data).toHaveLength(7);
  });

  it('are called by names that Runtimes can use, unless it does not want that', async () => {
    const names = async () => (await walk(runtime.do, list, 200)).data.map(({ name }) => name);
    expect(await names()).toEqual(scenarios.map((_, index) => `mp-${mark}-shop-${index}`));
    await runtime.do(`mutation { setRuntimeLabel(runtimeID: "${runtime.id}", key: "isNormalized", value: "false") { key } }`);
    expect(await names()).toEqual(scenarios.map((_, index) => `${mark} Shop_${index}`));
    await runtime.do(`mutation { setRuntimeLabel(runtimeID: "${runtime.id}", key: "isNormalized", value: "true") { key } }`);
  });

  it('change with what its formations hold', async () => {
    const [first] = registered;
    const unassign = `objectID: "${first?.id}", objectType: APPLICATION, formation: { name: "${formations[0]}" }`;
    await admin.do(`mutation { unassignFormation(${unassign}) { id } }`);
    expect((await walk(runtime.do, list, 3)).totals).toEqual([6]);
    await admin.do(`mutation { assignFormation(${unassign}) { id } }`);
    expect((await walk(runtime.do, list, 3)).totals).toEqual([7]);
  });

  it('are none for a Runtime in no formation', async () => {
    const lonely = await aRuntime();
    const { page } = await lonely.do(`{ page: applicationsForRuntime(runtimeID: "${lonely.id}") { data { id } ${fields} } }`);
    expect(page).toEqual({ data: [], totalCount: 0, pageInfo: { startCursor: '', endCursor: '', hasNextPage: false } });
  });

  it('are none for another Runtime', async () => {
    const other = await aRuntime(formations);
    for (const id of [runtime.id, randomUUID()]) {
      const { errors, data } = await other.ask(`{ applicationsForRuntime(runtimeID: "${id}") { data { id } } }`);
      expect(errors).toMatchObject([{ message: `Object not found [ID=${id}; object=runtime]`, extensions: { error_code: 20 } }]);
      expect(data).toEqual({});
    }
  });

  it.each(['not-a-uuid', '', randomUUID()])('are refused as invalid for the id %j, when a user asks', async (id) => {
    const { errors } = await admin.ask(`{ applicationsForRuntime(runtimeID: "${id}") { data { id } } }`);
    expect(errors).toMatchObject([
      { message: 'Invalid data [reason=runtime does not exist]', extensions: { error_code: 22, error: 'InvalidData' } },
    ]);
  });

  it.each([0, -1, 201])('do not come %i at a time', async (first) => {
    expect(await refusal(`{ page: ${list(`first: ${first}`)} }`)).toMatchObject({
      message: 'Invalid data [reason=page size must be between 1 and 200]',
      extensions: { error_code: 22 },
    });
  });

  it.each([
    'nonsense',
    Buffer.from('DpKtJ4j9jDq-5').toString('base64'),
    Buffer.from('DpKtJ4j9jDq').toString('base64'),
    encodeCursor(''),
    encodeCursor('~~~'),
    encodeCursor('x'.repeat(1500)),
  ])('do not go on behind a cursor that is none: %j', async (cursor) => {
    expect(await refusal(`{ page: ${list(`after: "${cursor}"`)} }`)).toMatchObject({
      message: 'Invalid data [reason=cursor is not correct]',
      extensions: { error_code: 22 },
    });
  });

  it('are counted and listed by label for users, in the same order', async () => {
    const byLabel = (page: string) => `applications(filter: [{ key: "mark", query: "\\"${mark}\\"" }], ${page}) { data { id } ${fields} }`;
    const { data, totals, sizes } = await walk(admin.do, byLabel, 3);
    expect(data.map(({ id }) => id)).toEqual(registered.map(({ id }) => id).sort());
    expect({ totals, sizes }).toEqual({ totals: [7], sizes: [3, 3, 1] });
    const inOne = (page: string) =>
      `applications(filter: [{ key: "scenarios", query: "$[*] ? (@ == \\"${formations[2]}\\")" }], ${page}) { data { id } ${fields} }`;
    expect((await walk(admin.do, inOne, 2)).data).toHaveLength(scenarios.filter((places) => places.includes(2)).length);
  });
});

describe('all Applications', () => {
  it('come in the order of their ids, each once', async () => {
    const { data, totals } = await walk(admin.do, (page) => `applications(${page}) { data { id } ${fields} }`, 50);
    const ids = data.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...totals)).toBeGreaterThanOrEqual(8);
  });
});

describe('Runtimes', () => {
  it('come in the order of their names', async () => {
    for (const name of ['c', 'a', 'b', 'a']) {
      await admin.do(`mutation { registerRuntime(in: { name: "${mark}-${name}", labels: { mark: "${mark}" } }) { id } }`);
    }
    const list = (page: string) => `runtimes(filter: [{ key: "mark", query: "\\"${mark}\\"" }], ${page}) { data { name } ${fields} }`;
    const { data, sizes, totals } = await walk(admin.do, list, 3);
    expect(data.map(({ name }) => name)).toEqual(['a', 'a', 'b', 'c'].map((name) => `${mark}-${name}`));
    expect({ sizes, totals }).toEqual({ sizes: [3, 1], totals: [4] });
  });
});

describe('formations', () => {
  it('come in the order of their names', async () => {
    const { data } = await walk(admin.do, (page) => `formations(${page}) { data { name } ${fields} }`, 50);
    const names = data.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
  });
});

describe('the contents of an Application', () => {
  it('come page by page too', async () => {
    const bundles = Array.from({ length: 5 }, (_, index) => ({
      name: `b${index}`,
      apiDefinitions: Array.from({ length: 3 }, (__, api) => ({ name: `a${api}`, targetURL: 'https://example.com' })),
    }));
    const { r } = await admin.do('mutation ($in: ApplicationRegisterInput!) { r: registerApplication(in: $in) { id } }', {
      in: { name: `${mark}-nested`, bundles },
    });
    const inApplication = async (query: string) => ({ page: (await admin.do(query.replace('page: ', ''))).application.bundles });
    const list = (page: string) =>
      `application(id: "${r.id}") { bundles(${page}) { data { name apiDefinitions(first: 2) { data { name } ${fields} } } ${fields} } }`;
    const { data, sizes, totals } = await walk(inApplication, list, 2);
    expect(data.map(({ name }) => name)).toEqual(['b0', 'b1', 'b2', 'b3', 'b4']);
    expect({ sizes, totals }).toEqual({ sizes: [2, 2, 1], totals: [5] });
    expect(data[0]?.apiDefinitions).toMatchObject({
      data: [{ name: 'a0' }, { name: 'a1' }],
      totalCount: 3,
      pageInfo: { hasNextPage: true },
    });
  });
});

describe('a page behind a cursor of the original, which counts elements', () => {
  const cursor = (offset: number) => Buffer.from(`DpKtJ4j9jDq${offset}`).toString('base64');
  let application: string;
  let runtime: Awaited<ReturnType<typeof aRuntime>>;

  beforeAll(async () => {
    const scenarios = [`${mark}-offset`, `${mark}-offset-2`];
    const bundles = ['b0', 'b1', 'b2', 'b3', 'b4'].map((name) => ({ name }));
    const apis = ['a0', 'a1', 'a2', 'a3', 'a4'].map((name) => ({ name, targetURL: 'https://example.com' }));
    for (const name of ['o0', 'o1', 'o2', 'o3', 'o4']) {
      await admin.do('mutation ($in: ApplicationRegisterInput!) { r: registerApplication(in: $in) { id } }', {
        in: { name: `${mark}-${name}`, labels: { offset: mark, scenarios } },
      });
      await admin.do(`mutation { registerRuntime(in: { name: "${mark}-${name}", labels: { offset: "${mark}" } }) { id } }`);
      await admin.do(`mutation { registerIntegrationSystem(in: { name: "${mark}-${name}" }) { id } }`);
    }
    const { r } = await admin.do('mutation ($in: ApplicationRegisterInput!) { r: registerApplication(in: $in) { id } }', {
      in: { name: `${mark}-contents`, bundles: [...bundles.slice(0, 4), { name: 'b4', apiDefinitions: apis }] },
    });
    application = r.id;
    runtime = await aRuntime([`${mark}-offset`]);
  });

  const byLabel = `filter: [{ key: "offset", query: "\\"${mark}\\"" }]`;
  const within = (inside: (page: string) => string) => (page: string) => `application(id: "${application}") { ${inside(page)} }`;
  type List = readonly [what: string, list: (page: string) => string];
  const lists: readonly List[] = [
    ['all Applications', (page) => `page: applications(${page}) { data { id } ${fields} }`],
    ['Applications by their labels', (page) => `page: applications(${byLabel}, ${page}) { data { id } ${fields} }`],
    ['Applications of a Runtime', (page) => `page: applicationsForRuntime(runtimeID: "${runtime.id}", ${page}) { data { id } ${fields} }`],
    ['Runtimes', (page) => `page: runtimes(${byLabel}, ${page}) { data { id } ${fields} }`],
    ['formations', (page) => `page: formations(${page}) { data { id } ${fields} }`],
    ['formation templates', (page) => `page: formationTemplates(${page}) { data { id } ${fields} }`],
    ['integration systems', (page) => `page: integrationSystems(${page}) { data { id } ${fields} }`],
    ['tenants', (page) => `page: tenants(${page}) { data { id } ${fields} }`],
    ['bundles', within((page) => `page: bundles(${page}) { data { id } ${fields} }`)],
    ['API Definitions', (page) => `page: apisForApplication(appID: "${application}", ${page}) { data { id } ${fields} }`],
  ];

  it.each(lists)('goes on in %s where their number says', async (_, list) => {
    const ask = async (offset: number, first: number): Promise<Data> => {
      const data = await admin.do(`{ ${list(`first: ${first}, after: "${cursor(offset)}"`)} }`);
      return data.page ?? data.application.page;
    };
    const all = (await ask(0, 200)).data;
    const total = all.length;
    for (const offset of [1, 3, total - 1, total, total + 5].filter((one) => one >= 0)) {
      const page = await ask(offset, 2);
      expect(page.data).toEqual(all.slice(offset, offset + 2));
      expect(page).toMatchObject({ totalCount: total, pageInfo: { startCursor: cursor(offset), hasNextPage: offset + 2 < total } });
    }
  });

  it('goes on behind it with cursors of ours', async () => {
    const list = (page: string) => admin.do(`{ page: applications(${byLabel}, ${page}) { data { id } ${fields} } }`);
    const all = (await list('first: 200')).page.data;
    const { page } = await list(`first: 2, after: "${cursor(1)}"`);
    expect((await list(`first: 2, after: "${page.pageInfo.endCursor}"`)).page.data).toEqual(all.slice(3, 5));
  });
});
