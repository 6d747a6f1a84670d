import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { Data } from '#test/support/clients.ts';
import { type ConfigurationWorld, configurationWorld } from '#test/support/configuration-world.ts';
import { aSystem, aTenant, aUser, type Caller } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { storeBundles, storeInstanceAuths } from '#test/support/large-application.ts';

let dynamo: Dynamo;
let world: ConfigurationWorld;
let tenant: TenantId;
let admin: Caller;
let runtime: Caller;
const ids = { small: '', large: '', runtime: '' };

beforeAll(async () => {
  dynamo = await startDynamo();
  world = await configurationWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  tenant = aTenant();
  admin = world.as(aUser(tenant));
  const scenarios = 'labels: { scenarios: ["shared"] }';
  const { large, small, r } = await admin.do(`mutation {
    large: registerApplication(in: { name: "large", ${scenarios}, webhooks: [{ type: CONFIGURATION_CHANGED, url: "https://example.com" }] }) { id }
    small: registerApplication(in: { name: "small", ${scenarios}, bundles: [{ name: "only" }] }) { id }
    r: registerRuntime(in: { name: "r", ${scenarios} }) { id } }`);
  Object.assign(ids, { small: small.id, large: large.id, runtime: r.id });
  runtime = world.as(aSystem('runtime', r.id, tenant));
});

const kilobyte = 1024;
const poll = async () => {
  const { certificate } = await world.pair({ tenant, kind: 'runtime', id: ids.runtime });
  return world.poll('runtime', ids.runtime, { certificate });
};
const bundleNames = ({ bundles }: Data) => bundles?.data.map(({ name }: Data) => name) ?? null;
const byName = (entries: readonly Data[]): Data => Object.fromEntries(entries.map((one) => [one.name, one]));
const leftOut = 'the bundles of this application are larger than one answer: they are left out until some are deleted';

describe.each([
  ['66 bundles of 99 KB', () => storeBundles(dynamo, tenant, ids.large, 66, 99 * kilobyte)],
  ['40 MB of bundles', () => storeBundles(dynamo, tenant, ids.large, 110, 370 * kilobyte)],
  [
    'a bundle with 12 MB of instance auths',
    async () => {
      const [bundle] = await storeBundles(dynamo, tenant, ids.large, 1, kilobyte);
      if (bundle) await storeInstanceAuths(dynamo, bundle, 120, 100 * kilobyte);
    },
  ],
])('an Application with %s, of before there were quotas', (_, store) => {
  beforeEach(() => store());

  it('is an entry with an error in the configuration that a Runtime polls, beside the others', async () => {
    const { status, json } = await poll();
    expect(status).toBe(200);
    const { 'mp-large': large, 'mp-small': small } = byName(json.applicationsForRuntime.data);
    expect(large).toMatchObject({ id: ids.large, auths: [], bundles: null, error: leftOut });
    expect({ names: bundleNames(small), error: small.error }).toEqual({ names: ['only'], error: null });
    expect(json.applicationsForRuntime.totalCount).toBe(2);
  });

  it('is the same for those who ask for the error by GraphQL', async () => {
    const fields = 'data { id name error bundles { data { name } } } totalCount';
    const { page } = await runtime.do(`{ page: applicationsForRuntime(runtimeID: "${ids.runtime}") { ${fields} } }`);
    expect(byName(page.data)).toMatchObject({
      'mp-large': { bundles: null, error: leftOut },
      'mp-small': { bundles: { data: [{ name: 'only' }] }, error: null },
    });
  });

  it('makes no error of the answer for those who do not ask for it', async () => {
    const fields = 'data { id name bundles { data { id instanceAuthRequestInputSchema } pageInfo { hasNextPage } totalCount } }';
    const { status, errors, data } = await runtime.ask(`{ page: applicationsForRuntime(runtimeID: "${ids.runtime}") { ${fields} } }`);
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(data.page.data).toHaveLength(2);
  });
});

describe('an Application that is too large for one answer', () => {
  it('shows existing Agents its oldest bundles, as many as fit, and says that there are more', async () => {
    const stored = await storeBundles(dynamo, tenant, ids.large, 66, 99 * kilobyte);
    const fields = 'data { id name bundles { data { id } pageInfo { hasNextPage endCursor } totalCount } }';
    const { page } = await runtime.do(`{ page: applicationsForRuntime(runtimeID: "${ids.runtime}") { ${fields} } }`);
    const { bundles } = byName(page.data)['mp-large'];
    const shown = bundles.data.map(({ id }: Data) => id);
    expect(shown).toEqual(stored.slice(0, 25).map(({ id }) => id));
    expect(bundles.pageInfo.hasNextPage).toBe(true);
  });

  it('is read to its end by those who read on, each bundle once', async () => {
    const stored = await storeBundles(dynamo, tenant, ids.large, 110, 370 * kilobyte);
    const seen: string[] = [];
    let [after, pages] = ['', 0];
    do {
      const { application } = await admin.do(
        `{ application(id: "${ids.large}") { name bundles(after: "${after}") { data { id } pageInfo { endCursor } } } }`,
      );
      seen.push(...application.bundles.data.map(({ id }: Data) => id));
      after = application.bundles.pageInfo.endCursor;
      pages += 1;
    } while (after !== '');
    expect(seen).toEqual(stored.map(({ id }) => id));
    expect(pages).toBeGreaterThan(10);
  });

  it('answers what is no bundle as ever', async () => {
    await storeBundles(dynamo, tenant, ids.large, 110, 370 * kilobyte);
    const fields = 'name webhooks { url } auths { id } bundles { data { id } } eventingConfiguration { defaultURL }';
    const { application } = await admin.do(`{ application(id: "${ids.large}") { ${fields} } }`);
    expect(application).toMatchObject({ name: 'large', webhooks: [{ url: 'https://example.com' }], auths: [] });
  });
});

describe('an Application within its quotas', () => {
  it('is shown to a Runtime with everything in it', async () => {
    const stored = await storeBundles(dynamo, tenant, ids.large, 20, 99 * kilobyte);
    const { json } = await poll();
    const { 'mp-large': large } = byName(json.applicationsForRuntime.data);
    expect({ error: large.error, ids: large.bundles.data.map(({ id }: Data) => id), more: large.bundles.pageInfo.hasNextPage }).toEqual({
      error: null,
      ids: stored.map(({ id }) => id),
      more: false,
    });
  });
});
