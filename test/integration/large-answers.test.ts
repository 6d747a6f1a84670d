import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { startTextBucket, type TextBucket } from '#test/support/text-bucket.ts';

let dynamo: Dynamo;
let bucket: TextBucket;
let world: DirectorWorld;
let tenant: TenantId;
let caller: Caller;

beforeAll(async () => {
  [dynamo, bucket] = [await startDynamo(), await startTextBucket()];
  world = directorWorld(dynamo, { textObjects: bucket.textObjects });
});
afterAll(() => Promise.all([dynamo.stop(), bucket.stop()]));
beforeEach(() => {
  tenant = aTenant();
  caller = world.as(aUser(tenant));
});

const megabyte = 1024 * 1024;
const spec = (size: number) => ({ type: 'OPEN_API', format: 'YAML', data: 'openapi: '.padEnd(size, 'x') });
const api = (size: number) => ({ name: 'api', targetURL: 'https://example.com', spec: spec(size) });

async function register(sizes: number[], labels = {}, fields = {}): Promise<string> {
  const first = { name: 'b', apiDefinitions: sizes.slice(0, 1).map(api) };
  const input = { name: `application-${crypto.randomUUID()}`, labels, bundles: [first], ...fields };
  const { app } = await caller.do('mutation ($in: ApplicationRegisterInput!) { app: registerApplication(in: $in) { id } }', { in: input });
  for (const size of sizes.slice(1)) {
    await caller.do('mutation ($id: ID!, $in: APIDefinitionInput!) { addAPIDefinitionToApplication(appID: $id, in: $in) { id } }', {
      id: app.id,
      in: api(size),
    });
  }
  return app.id;
}

const texts = 'bundles { data { apiDefinitions { data { spec { data } } } } }';
const pageInfo = 'pageInfo { endCursor hasNextPage } totalCount';

/** Reads on until there is no more. */
async function everyPage(as: Caller, query: (after: string) => string): Promise<{ pages: number; ids: string[] }> {
  const ids: string[] = [];
  let [pages, after, more] = [0, '', true];
  while (more) {
    const { page } = await as.do(query(after));
    pages += 1;
    ids.push(...page.data.map(({ id }: { id: string }) => id));
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
  }
  return { pages, ids };
}

describe('a page of Applications', () => {
  it('ends early where their texts are enough for an answer, and says that there is more', async () => {
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push(await register([megabyte]));
    const list =
      (fields: string, fragments = '') =>
      (after: string) =>
        `{ page: applications(after: "${after}") { data { id ${fields} } ${pageInfo} } } ${fragments}`;
    expect(await everyPage(caller, list(texts))).toEqual({ pages: 3, ids });
    expect(await everyPage(caller, list('...inside', `fragment inside on Application { ${texts} }`))).toEqual({ pages: 3, ids });
    expect(await everyPage(caller, list('bundles { data { id apiDefinitions { data { spec { format } } } } }'))).toEqual({ pages: 1, ids });
  });

  it('ends so, too, where they are searched by their local tenant id', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.push(await register([megabyte], {}, { localTenantID: 'l' }));
    const search = (after: string) =>
      `{ page: applicationsByLocalTenantID(localTenantID: "l", after: "${after}") { data { id ${texts} } ${pageInfo} } }`;
    expect(await everyPage(caller, search)).toEqual({ pages: 2, ids });
  });
});

describe('a Runtime', () => {
  const runtimeWith = async (count: number, size: number) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await register([size], { scenarios: ['s'] }));
    const { runtime } = await caller.do('mutation { runtime: registerRuntime(in: { name: "r", labels: { scenarios: ["s"] } }) { id } }');
    return { ids, id: runtime.id as string, self: world.as(aSystem('runtime', runtime.id, tenant)) };
  };

  it('reads on where texts end a page early', async () => {
    const { ids, id, self } = await runtimeWith(3, megabyte);
    const query = (after: string) =>
      `{ page: applicationsForRuntime(runtimeID: "${id}", after: "${after}") { data { id ${texts} } ${pageInfo} } }`;
    expect(await everyPage(self, query)).toEqual({ pages: 3, ids });
  });

  it('gets everything at once where no texts are selected', async () => {
    const { ids, id, self } = await runtimeWith(3, megabyte);
    const { page } = await self.do(`{ page: applicationsForRuntime(runtimeID: "${id}") { data { id } ${pageInfo} } }`);
    expect(page).toMatchObject({ data: ids.map((one) => ({ id: one })), pageInfo: { hasNextPage: false } });
  });
});

describe('a Runtime of Applications with very many definitions', () => {
  it('reads on where a page ends early if it named its size, and gets everything at once if it did not', async () => {
    const apis = Array.from({ length: 400 }, (_, index) => ({
      name: `api-${index}`,
      targetURL: 'https://example.com',
      description: 'x'.repeat(2000),
    }));
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three']) {
      const bundles = [{ name: 'b', apiDefinitions: apis }];
      const { app } = await caller.do('mutation ($in: ApplicationRegisterInput!) { app: registerApplication(in: $in) { id } }', {
        in: { name, labels: { scenarios: ['s'] }, bundles },
      });
      ids.push(app.id);
    }
    const { runtime } = await caller.do('mutation { runtime: registerRuntime(in: { name: "r", labels: { scenarios: ["s"] } }) { id } }');
    const self = world.as(aSystem('runtime', runtime.id, tenant));
    const query = (first: string) => (after: string) =>
      `{ page: applicationsForRuntime(runtimeID: "${runtime.id}", ${first} after: "${after}") { data { id bundles { data { apiDefinitions { totalCount } } } } ${pageInfo} } }`;
    expect(await everyPage(self, query('first: 100,'))).toEqual({ pages: 2, ids });
    expect(await everyPage(self, query(''))).toEqual({ pages: 1, ids });
  });
});

describe('a single Application', () => {
  const tooLarge = [{ extensions: { error: 'AnswerTooLarge', error_code: 400 } }];

  it('with more texts than an answer takes is refused before any is read, and can be read piece by piece', async () => {
    const id = await register([1.9 * megabyte, 1.9 * megabyte, 1.9 * megabyte]);
    const read: string[] = [];
    const get = (key: string) => {
      read.push(key);
      return bucket.textObjects.get(key);
    };
    const watched = directorWorld(dynamo, { textObjects: { ...bucket.textObjects, get } }).as(aUser(tenant));
    const { status, errors } = await watched.ask(`{ apisForApplication(appID: "${id}") { data { spec { data } } } }`);
    expect(status).toBe(200);
    expect(errors).toMatchObject([...tooLarge, ...tooLarge, ...tooLarge]);
    expect(read).toEqual([]);
    const { page } = await watched.do(`{ page: apisForApplication(appID: "${id}") { data { id } } }`);
    for (const one of page.data) {
      const { found } = await watched.do(`{ found: application(id: "${id}") { apiDefinition(id: "${one.id}") { spec { data } } } }`);
      expect(found.apiDefinition.spec.data).toHaveLength(Math.floor(1.9 * megabyte));
    }
  });

  it('gets no larger answer by asking for the same again and again', async () => {
    const id = await register([1.9 * megabyte]);
    const { errors } = await caller.ask(
      `{ a: application(id: "${id}") { ${texts} } b: application(id: "${id}") { ${texts} } c: application(id: "${id}") { ${texts} } }`,
    );
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(error).toMatchObject(tooLarge[0] ?? {});
  });

  it('whose texts grow too large on the way is an error in place of an answer', async () => {
    const { app } = await caller.do(
      'mutation { app: registerApplication(in: { name: "quoted", bundles: [{ name: "b" }] }) { id bundles { data { id } } } }',
    );
    const add = 'mutation ($id: ID!, $in: DocumentInput!) { addDocumentToBundle(bundleID: $id, in: $in) { id } }';
    const document = { title: 't', displayName: 'd', description: 'd', format: 'MARKDOWN', data: '"'.repeat(900_000) };
    for (let count = 0; count < 2; count += 1) await caller.do(add, { id: app.bundles.data[0].id, in: document });
    const { status, data, errors } = await caller.ask(
      `{ application(id: "${app.id}") { bundles { data { documents { data { data } } } } } }`,
    );
    expect({ status, data }).toEqual({ status: 200, data: {} });
    expect(errors).toMatchObject(tooLarge);
  });
});
