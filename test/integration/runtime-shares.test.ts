import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { defaultLimits } from '#shared/core/quotas.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { countsOf, forgetCounts } from '#test/support/counted.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

const most = 3;

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let admin: Caller;
let applicationId: string;
let bundles: string[];
let berlin: Caller & { readonly id: string };
let potsdam: Caller & { readonly id: string };

beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
  const limits = { ...defaultLimits, instanceAuthsOfRuntime: most, instanceAuthBytesOfRuntime: 10_000 };
  world = directorWorld({ ...dynamo, table: controlPlaneTable(dynamo.client, dynamo.tableName, limits) });
});
afterAll(() => dynamo.stop());

const runtime = async (name: string) => {
  const { made } = await admin.do(`mutation { made: registerRuntime(in: { name: "${name}", labels: { scenarios: ["sales"] } }) { id } }`);
  return { ...world.as(aSystem('runtime', made.id, tenant)), id: String(made.id) };
};

beforeEach(async () => {
  tenant = aTenant();
  admin = world.as(aUser(tenant));
  const { made } = await admin.do(`mutation { made: registerApplication(in: { name: "shop", labels: { scenarios: ["sales"] },
    bundles: [{ name: "one" }, { name: "two" }] }) { id bundles { data { id } } } }`);
  applicationId = made.id;
  bundles = made.bundles.data.map(({ id }: { id: string }) => id);
  berlin = await runtime('berlin');
  potsdam = await runtime('potsdam');
});

const request = (from: Caller, bundle = 0, context = '{}') =>
  from.ask(
    'mutation ($id: ID!, $context: JSON) { made: requestBundleInstanceAuthCreation(bundleID: $id, in: { context: $context }) { id } }',
    {
      id: bundles[bundle],
      context,
    },
  );
const fill = async (from: Caller): Promise<string[]> => {
  const ids = [];
  for (const index of Array(most).keys()) ids.push((await request(from, index % 2)).data.made.id);
  return ids;
};
const exceeded = (quota: string) => [
  { message: expect.stringContaining(`quota=${quota}`), extensions: { error: 'QuotaExceeded', error_code: 27 } },
];
const share = (runtimeId: string) => ({ tenant, kind: 'application', id: applicationId, runtimeId }) as const;

it('one Runtime gets its share of an Application, whatever the bundles, and leaves the others theirs', async () => {
  await fill(berlin);
  expect((await request(berlin, 1)).errors).toMatchObject(exceeded('instanceAuthsOfRuntime'));
  expect((await request(potsdam)).errors).toEqual([]);
});

it('a Runtime gets no more by requests at the same moment', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => request(berlin, index % 2)));
  const given = answers.filter(({ errors }) => errors.length === 0).length;
  expect(given).toBeLessThanOrEqual(most);
  expect(await countsOf(dynamo, share(berlin.id))).toMatchObject({ instanceAuthsOfRuntime: given });
});

it('a share has room again for what the Application has deleted, not for what the Runtime alone gave back', async () => {
  const [first] = await fill(berlin);
  await berlin.do(`mutation { requestBundleInstanceAuthDeletion(authID: "${first}") { id } }`);
  expect((await request(berlin)).errors).toMatchObject(exceeded('instanceAuthsOfRuntime'));
  await admin.do(`mutation { deleteBundleInstanceAuth(authID: "${first}") { id } }`);
  expect((await request(berlin)).errors).toEqual([]);
  expect((await request(berlin)).errors).toMatchObject(exceeded('instanceAuthsOfRuntime'));
});

it('a share has room again for what was in a deleted bundle', async () => {
  await fill(berlin);
  await admin.do(`mutation { deleteBundle(id: "${bundles[0]}") { id } }`);
  expect((await request(berlin, 1)).errors).toEqual([]);
  expect((await request(berlin, 1)).errors).toEqual([]);
  expect((await request(berlin, 1)).errors).toMatchObject(exceeded('instanceAuthsOfRuntime'));
});

it('a share includes what the Runtime had before there were shares', async () => {
  await fill(berlin);
  await forgetCounts(dynamo, share(berlin.id));
  expect((await request(berlin)).errors).toMatchObject(exceeded('instanceAuthsOfRuntime'));
});

it('a share has bytes of what the Runtime asks for, and not of the credentials that it gets', async () => {
  const large = JSON.stringify('x'.repeat(4000));
  const { data } = await request(berlin, 0, large);
  await admin.do('mutation ($id: ID!, $in: BundleInstanceAuthSetInput!) { setBundleInstanceAuth(authID: $id, in: $in) { id } }', {
    id: data.made.id,
    in: { auth: { credential: { basic: { username: 'u', password: 'p'.repeat(4000) } } } },
  });
  expect((await request(berlin, 0, JSON.stringify('x'.repeat(8000)))).errors).toMatchObject(exceeded('instanceAuthBytesOfRuntime'));
  expect((await request(berlin, 0, JSON.stringify('x'.repeat(2000)))).errors).toEqual([]);
});
