import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let hiding: DirectorWorld;
let tenant: TenantId;
let admin: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
  hiding = directorWorld(dynamo, { hideSelectors: { internal: ['true', 'yes'], region: ['nowhere'] } });
  tenant = aTenant();
  admin = world.as(aUser(tenant));
});
afterAll(() => dynamo.stop());

const application = async (name: string, labels: string) =>
  (await admin.do(`mutation { r: registerApplication(in: { name: "${name}", labels: { ${labels} } }) { id } }`)).r.id as string;
const runtime = async (labels: string) =>
  (await admin.do(`mutation { r: registerRuntime(in: { name: "r-${randomUUID()}", labels: { ${labels} } }) { id } }`)).r.id as string;

async function everyPage(caller: Caller, runtimeId: string, first: number) {
  const pages = [];
  let after = '';
  do {
    const { page } = await caller.do(`{ page: applicationsForRuntime(runtimeID: "${runtimeId}", first: ${first}, after: "${after}") {
      data { id name } pageInfo { endCursor hasNextPage } totalCount } }`);
    pages.push(page);
    after = page.pageInfo.endCursor;
  } while (after !== '');
  return { ids: pages.flatMap(({ data }) => data.map(({ id }: { id: string }) => id)), pages };
}

describe('Applications that the deployment hides', () => {
  const [one, two] = [`hidden-${randomUUID()}`, `hidden-${randomUUID()}`];
  let visible: string[];
  let every: string[];

  beforeAll(async () => {
    const labels = [
      'internal: "true"',
      'region: "here"',
      'internal: "no"',
      'internal: ["no", "yes"]',
      'region: "nowhere"',
      '',
      'internal: true',
      'other: "true"',
    ];
    every = [];
    for (const [index, label] of labels.entries()) {
      const scenarios = index % 2 ? `["${one}"]` : `["${one}", "${two}"]`;
      every.push(await application(`a-${randomUUID()}`, `scenarios: ${scenarios} ${label}`));
    }
    visible = every.filter((_, index) => ![0, 3, 4].includes(index)).sort();
    every.sort();
  });

  it.each([
    ['one formation', () => `scenarios: ["${one}"]`],
    ['several', () => `scenarios: ["${one}", "${two}"]`],
  ])('are neither listed nor counted for a Runtime in %s, and leave its pages full', async (_, labels) => {
    const id = await runtime(labels());
    const { ids, pages } = await everyPage(hiding.as(aSystem('runtime', id, tenant)), id, 2);
    expect(ids).toEqual(visible);
    expect(pages.map(({ data }) => data.length)).toEqual([2, 2, 1]);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([5, 5, 5]);
  });

  it('are hidden from users who ask for a Runtime too, but not from the list of all', async () => {
    const id = await runtime(`scenarios: ["${one}"]`);
    expect((await everyPage(hiding.as(aUser(tenant)), id, 200)).ids).toEqual(visible);
    const { applications } = await hiding.as(aUser(tenant)).do('{ applications { data { id } } }');
    expect(applications.data.map((it: { id: string }) => it.id)).toEqual(expect.arrayContaining(every));
  });

  it('are all there where nothing is configured', async () => {
    const id = await runtime(`scenarios: ["${one}"]`);
    expect((await everyPage(admin, id, 3)).ids).toEqual(every);
  });
});

describe('the Applications of a Runtime', () => {
  const formation = `named-${randomUUID()}`;
  const names = async (labels: string) => {
    const id = await runtime(`scenarios: ["${formation}"] ${labels}`);
    const { pages } = await everyPage(world.as(aSystem('runtime', id, tenant)), id, 200);
    return pages.flatMap(({ data }) => data.map(({ name }: { name: string }) => name)).sort();
  };

  beforeAll(async () => {
    await application('My  Shop (Über)!', `scenarios: ["${formation}"]`);
    await application('MP-already', `scenarios: ["${formation}"]`);
  });

  it('have the names of resources, unless the Runtime wants them as they are', async () => {
    expect(await names('')).toEqual(['mp-already', 'mp-my-shop-ber']);
    expect(await names('isNormalized: "true"')).toEqual(['mp-already', 'mp-my-shop-ber']);
    expect(await names('isNormalized: "false"')).toEqual(['MP-already', 'My  Shop (Über)!']);
  });

  it('are none for a Runtime in no formation', async () => {
    const id = await runtime('');
    expect((await everyPage(world.as(aSystem('runtime', id, tenant)), id, 200)).pages).toEqual([
      { data: [], pageInfo: { endCursor: '', hasNextPage: false }, totalCount: 0 },
    ]);
  });

  it.each(['not-an-id', randomUUID()])('cannot be asked for a Runtime %s that does not exist', async (id) => {
    const { errors } = await admin.ask(`{ applicationsForRuntime(runtimeID: "${id}") { totalCount } }`);
    expect(errors).toMatchObject([{ message: 'Invalid data [reason=runtime does not exist]', extensions: { error_code: 22 } }]);
  });

  it("carry the credentials of that Runtime, the first it asked for, in place of everybody's", async () => {
    const [own, other] = [await runtime(`scenarios: ["${formation}"]`), await runtime(`scenarios: ["${formation}"]`)];
    const owner = await application(`creds-${randomUUID()}`, `scenarios: ["${formation}"]`);
    const { bundle } = await admin.do(`mutation { bundle: addBundle(applicationID: "${owner}", in: { name: "b",
      defaultInstanceAuth: { credential: { basic: { username: "everybody", password: "p" } } } }) { id } }`);
    for (const name of ['first', 'second']) {
      await admin.do(`mutation { createBundleInstanceAuth(bundleID: "${bundle.id}", in: { runtimeID: "${own}",
        auth: { credential: { basic: { username: "${name}", password: "p" } } } }) { id } }`);
    }
    const asks = async (caller: Caller, id: string) => {
      const { page } =
        await caller.do(`{ page: applicationsForRuntime(runtimeID: "${id}") { data { id bundles { data { defaultInstanceAuth {
        credential { ... on BasicCredentialData { username } } } } } } } }`);
      const found = page.data.find((one: { id: string }) => one.id === owner);
      return found.bundles.data[0].defaultInstanceAuth.credential.username;
    };
    expect(await asks(world.as(aSystem('runtime', own, tenant)), own)).toBe('first');
    expect(await asks(world.as(aSystem('runtime', other, tenant)), other)).toBe('everybody');
    expect(await asks(admin, own)).toBe('everybody');
  });
});
