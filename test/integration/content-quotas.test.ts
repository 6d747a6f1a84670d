import { BatchPutRequest } from 'dynamodb-toolbox/entity/actions/batchPut';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amountsOfContents } from '#shared/bundles/amounts.ts';
import { newId } from '#shared/core/ids.ts';
import { quotas } from '#shared/core/quotas.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { bundleEntity, byId } from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { countsOf, forgetCounts, setCounts } from '#test/support/counted.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aBundle } from '#test/support/registry-builders.ts';
import { storeMany } from '#test/support/store-many.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let admin: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
  admin = world.as(aUser(tenant));
});

const registration = 'mutation ($in: ApplicationRegisterInput!) { app: registerApplication(in: $in) { id bundles { data { id } } } }';
const bundleAddition = 'mutation ($id: ID!, $in: BundleCreateInput!) { r: addBundle(applicationID: $id, in: $in) { id } }';
const apiAddition = 'mutation ($id: ID!, $in: APIDefinitionInput!) { r: addAPIDefinitionToBundle(bundleID: $id, in: $in) { id } }';
const api = { name: 'orders', targetURL: 'https://shop.example.com' };
const paper = { title: 'guide', displayName: 'Guide', description: 'How to', format: 'MARKDOWN' };
/** The text, as a document of the same size where it is longer than a few words. */
const spec = (data: string) => ({ type: 'OPEN_API', format: 'YAML', data: data.length > 64 ? `openapi: ${data.slice(9)}` : data });

const register = async (input: object = {}): Promise<string> => (await admin.do(registration, { in: { name: 'shop', ...input } })).app.id;
const addBundle = async (id: string, input: object = {}): Promise<string> =>
  (await admin.do(bundleAddition, { id, in: { name: 'b', ...input } })).r.id;
const refusal = async (query: string, variables: object) => (await admin.ask(query, variables)).errors[0];
const exceeded = (quota: string) => ({
  message: expect.stringContaining(`quota=${quota}`),
  extensions: { error_code: 27, error: 'QuotaExceeded' },
});
const ownerOf = (id: string) => ({ tenant, kind: 'application', id }) as const;

/** Counts anew what is there. */
async function found(id: string) {
  const details = await world.deps.applications.details(tenant, id);
  if (!details) throw new Error('there is no such Application');
  const { bundles } = details;
  return amountsOfContents({
    bundles: bundles.map(({ bundle }) => bundle),
    apiDefinitions: [...details.apiDefinitions, ...bundles.flatMap((one) => one.apiDefinitions)],
    eventDefinitions: [...details.eventDefinitions, ...bundles.flatMap((one) => one.eventDefinitions)],
    documents: bundles.flatMap((one) => one.documents),
    instanceAuths: bundles.flatMap((one) => one.instanceAuths),
  });
}

describe('the contents of an Application', () => {
  it('is counted as it is registered, and nothing is left of the count when all of it is deleted', async () => {
    const bundles = Array.from({ length: 2 }, (_, index) => ({
      name: `b-${index}`,
      apiDefinitions: [{ ...api, spec: spec('openapi: 3.1.0') }, api],
      eventDefinitions: [{ name: 'paid' }],
      documents: [{ ...paper, data: 'text' }],
    }));
    const id = await register({ bundles });
    expect(await countsOf(dynamo, ownerOf(id))).toMatchObject({ bundles: 2, definitions: 6, documents: 2, textBytes: 2 * (14 + 4) });
    expect(await countsOf(dynamo, ownerOf(id))).toMatchObject(await found(id));
    const { application } = await admin.do(`{ application(id: "${id}") { bundles { data { id } } } }`);
    for (const bundle of application.bundles.data) await admin.do(`mutation { deleteBundle(id: "${bundle.id}") { id } }`);
    expect(await countsOf(dynamo, ownerOf(id))).toMatchObject({ bundles: 0, definitions: 0, documents: 0, contentBytes: 0, textBytes: 0 });
  });

  it.each([
    ['bundles', bundleAddition, { name: 'b' }],
    ['definitions', bundleAddition, { name: 'b', eventDefinitions: [{ name: 'e' }] }],
    ['documents', bundleAddition, { name: 'b', documents: [paper] }],
    ['contentBytes', bundleAddition, { name: 'b', instanceAuthRequestInputSchema: JSON.stringify({ title: 'x'.repeat(50_000) }) }],
    ['textBytes', bundleAddition, { name: 'b', documents: [{ ...paper, data: 'text' }] }],
  ] as const)('is refused beyond its quota of %s, and not beyond that of others', async (quota, query, input) => {
    const id = await register();
    const counted = await countsOf(dynamo, ownerOf(id));
    await setCounts(dynamo, ownerOf(id), { ...counted, [quota]: quotas[quota].max });
    expect(await refusal(query, { id, in: input })).toMatchObject(exceeded(quota));
    await setCounts(dynamo, ownerOf(id), { [quota]: 0 });
    await admin.do(query, { id, in: input });
  });

  it.each([
    ['bundles', { bundles: Array.from({ length: 501 }, () => ({ name: 'b' })) }],
    [
      'definitions',
      { bundles: Array.from({ length: 3 }, () => ({ name: 'b', eventDefinitions: Array.from({ length: 667 }, () => ({ name: 'e' })) })) },
    ],
    ['documents', { bundles: [{ name: 'b', documents: Array.from({ length: 501 }, () => paper) }] }],
    [
      'contentBytes',
      {
        bundles: Array.from({ length: 22 }, () => ({
          name: 'b',
          instanceAuthRequestInputSchema: `"${'x'.repeat(80_000)}"`,
          eventDefinitions: Array.from({ length: 80 }, () => ({ name: 'e' })),
        })),
      },
    ],
  ])('is refused at its registration where that has more %s than there may be, and leaves nothing behind', async (quota, input) => {
    expect(await refusal(registration, { in: { name: 'too-large', ...input } })).toMatchObject(exceeded(quota));
    expect((await everyItem(dynamo)).filter(({ pk }) => String(pk).startsWith(`T#${tenant}`))).toEqual([]);
    await register({ name: 'too-large' });
  });

  it('grows at the same moment up to its quota', async () => {
    const id = await register();
    const bundle = await addBundle(id);
    await setCounts(dynamo, ownerOf(id), { definitions: quotas.definitions.max - 3 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => admin.ask(apiAddition, { id: bundle, in: api })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(3);
    for (const { errors } of answers.filter((answer) => answer.errors.length > 0)) expect(errors[0]).toMatchObject(exceeded('definitions'));
    expect(await found(id)).toMatchObject({ definitions: 3 });
  });

  it('is full at 2 MB: 66 bundles of 99 KB are refused after the first 20, and what there is stays', async () => {
    const id = await register();
    const schema = JSON.stringify({ title: 'x'.repeat(99 * 1024) });
    const outcomes = new Set<string>();
    let added = 0;
    for (let attempt = 0; attempt < 66; attempt += 1) {
      const { errors } = await admin.ask(bundleAddition, { id, in: { name: 'b', instanceAuthRequestInputSchema: schema } });
      if (errors.length === 0) added += 1;
      else outcomes.add(String(/quota=(\w+)/.exec(errors[0]?.message ?? '')?.[1]));
    }
    expect({ added, outcomes: [...outcomes] }).toEqual({ added: 20, outcomes: ['contentBytes'] });
    const { application } = await admin.do(`{ application(id: "${id}") { bundles { totalCount } } }`);
    expect(application.bundles.totalCount).toBe(20);
  }, 60_000);
});

describe('instance auths', () => {
  it('are limited by the bytes that all Runtimes have together', async () => {
    const app = await register({ labels: { scenarios: ['sales'] }, bundles: [{ name: 'b' }] });
    const { application, runtime } =
      await admin.do(`mutation { application: updateApplication(id: "${app}", in: {}) { bundles { data { id } } }
      runtime: registerRuntime(in: { name: "r", labels: { scenarios: ["sales"] } }) { id } }`);
    const bundleID = application.bundles.data[0].id;
    const query =
      'mutation ($id: ID!, $in: BundleInstanceAuthRequestInput!) { r: requestBundleInstanceAuthCreation(bundleID: $id, in: $in) { id } }';
    const runtimeCaller = world.as(aSystem('runtime', runtime.id, tenant));
    const input = { context: JSON.stringify('x'.repeat(10_000)) };
    const { r } = await runtimeCaller.do(query, { id: bundleID, in: input });
    expect(await countsOf(dynamo, ownerOf(app))).toMatchObject({ ...(await found(app)), instanceAuths: 1 });
    await setCounts(dynamo, ownerOf(app), { instanceAuthBytes: quotas.instanceAuthBytes.max });
    expect((await runtimeCaller.ask(query, { id: bundleID, in: input })).errors[0]).toMatchObject(exceeded('instanceAuthBytes'));
    await runtimeCaller.do(`mutation { requestBundleInstanceAuthDeletion(authID: "${r.id}") { id } }`);
    await admin.do(`mutation { deleteBundleInstanceAuth(authID: "${r.id}") { id } }`);
    await runtimeCaller.do(query, { id: bundleID, in: input });
  });
});

describe('an Application of earlier code, which counted nothing', () => {
  const stored = (applicationId: string, size: number) => {
    const { bundle } = aBundle(tenant, applicationId, 0);
    return { ...bundle, instanceAuthRequestInputSchema: `"${'x'.repeat(size)}"` };
  };
  const storeBundles = (bundles: ReturnType<typeof stored>[]) => {
    const entity = bundleEntity(dynamo.table);
    return storeMany(
      dynamo,
      bundles.map((bundle) =>
        entity
          .build(BatchPutRequest)
          .item({ ...bundle, ...byId(tenant, bundle.id, 'Bundle') })
          .params(),
      ),
    );
  };

  it('is counted with its next change', async () => {
    const id = await register({ bundles: [{ name: 'b', apiDefinitions: [api, api], documents: [{ ...paper, data: 'text' }] }] });
    const before = await countsOf(dynamo, ownerOf(id));
    await forgetCounts(dynamo, ownerOf(id));
    await admin.do(`mutation { addEventDefinitionToApplication(appID: "${id}", in: { name: "paid" }) { id } }`);
    expect(await countsOf(dynamo, ownerOf(id))).toMatchObject({ definitions: 3, documents: 1, textBytes: Number(before?.textBytes) });
    expect(await countsOf(dynamo, ownerOf(id))).toMatchObject(await found(id));
  });

  it('may become less, but not more, where it has more than there may be', async () => {
    const id = await register();
    await forgetCounts(dynamo, ownerOf(id));
    const bundles = Array.from({ length: 30 }, () => stored(id, 90_000));
    await storeBundles(bundles);
    expect(await refusal(bundleAddition, { id, in: { name: 'one-more' } })).toMatchObject(exceeded('contentBytes'));
    for (const bundle of bundles.slice(0, 10)) await admin.do(`mutation { deleteBundle(id: "${bundle.id}") { id } }`);
    await addBundle(id);
    expect(await countsOf(dynamo, ownerOf(id))).toMatchObject({ ...(await found(id)), bundles: 21 });
  });

  it('is not read to its end to be counted, and may become less, where it is far beyond', async () => {
    const id = await register();
    await forgetCounts(dynamo, ownerOf(id));
    const bundles = Array.from({ length: 40 }, () => stored(id, 300_000));
    await storeBundles(bundles);
    expect(await refusal(bundleAddition, { id, in: { name: 'one-more' } })).toMatchObject(exceeded('bundles'));
    const [first] = bundles;
    await admin.do(`mutation ($id: ID!) { r: deleteBundle(id: $id) { id } }`, { id: first?.id });
    await expect(world.deps.applications.details(tenant, id)).rejects.toMatchObject({ code: 'AnswerTooLarge' });
  });
});

describe('whatever happens to an Application', () => {
  const text = fc.constantFrom('a', 'openapi: 3.1.0', 'ü'.repeat(500));
  const choice = fc.nat(1000);
  const step = fc.oneof(
    fc.record({ kind: fc.constant('addBundle' as const), text }),
    fc.record({ kind: fc.constantFrom('addApi' as const, 'addEvent' as const, 'addDocument' as const, 'addLoose' as const), choice, text }),
    fc.record({ kind: fc.constantFrom('updateApi' as const, 'updateBundle' as const), choice, text }),
    fc.record({ kind: fc.constantFrom('deleteApi' as const, 'deleteDocument' as const, 'deleteBundle' as const), choice }),
    fc.record({ kind: fc.constantFrom('request' as const, 'set' as const, 'give back' as const, 'deleteAuth' as const), choice, text }),
  );

  it('its counts are what it has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        tenant = aTenant();
        admin = world.as(aUser(tenant));
        const id = await register({ bundles: [{ name: 'b', apiDefinitions: [api] }] });
        for (const one of steps) await play(id, one);
        expect(await countsOf(dynamo, ownerOf(id))).toMatchObject(await found(id));
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  async function play(id: string, one: Step): Promise<void> {
    const details = await world.deps.applications.details(tenant, id);
    const bundles = details?.bundles ?? [];
    const pick = <T>(from: readonly T[]): T | undefined =>
      'choice' in one && from.length > 0 ? from[one.choice % from.length] : undefined;
    const bundle = pick(bundles)?.bundle.id;
    const apis = pick([...(details?.apiDefinitions ?? []), ...bundles.flatMap((each) => each.apiDefinitions)])?.id;
    const document = pick(bundles.flatMap((each) => each.documents))?.id;
    const auth = pick(bundles.flatMap((each) => each.instanceAuths))?.id;
    const described = 'text' in one ? { ...api, description: one.text, spec: spec(one.text) } : api;
    const send = (query: string, variables: object) => admin.ask(query, variables);
    switch (one.kind) {
      case 'addBundle':
        return void (await addBundle(id, {
          description: one.text,
          apiDefinitions: [described],
          documents: [{ ...paper, data: one.text }],
        }));
      case 'addApi':
        return void (bundle && (await send(apiAddition, { id: bundle, in: described })));
      case 'addEvent':
        return void (
          bundle &&
          (await send('mutation ($id: ID!, $in: EventDefinitionInput!) { addEventDefinitionToBundle(bundleID: $id, in: $in) { id } }', {
            id: bundle,
            in: { name: 'e', description: one.text },
          }))
        );
      case 'addDocument':
        return void (
          bundle &&
          (await send('mutation ($id: ID!, $in: DocumentInput!) { addDocumentToBundle(bundleID: $id, in: $in) { id } }', {
            id: bundle,
            in: { ...paper, data: one.text },
          }))
        );
      case 'addLoose':
        return void (await send(
          'mutation ($id: ID!, $in: APIDefinitionInput!) { addAPIDefinitionToApplication(appID: $id, in: $in) { id } }',
          { id, in: described },
        ));
      case 'updateApi':
        return void (
          apis &&
          (await send('mutation ($id: ID!, $in: APIDefinitionInput!) { updateAPIDefinition(id: $id, in: $in) { id } }', {
            id: apis,
            in: described,
          }))
        );
      case 'updateBundle':
        return void (
          bundle &&
          (await send('mutation ($id: ID!, $in: BundleUpdateInput!) { updateBundle(id: $id, in: $in) { id } }', {
            id: bundle,
            in: { name: 'b', description: one.text },
          }))
        );
      case 'deleteApi':
        return void (apis && (await send('mutation ($id: ID!) { deleteAPIDefinition(id: $id) { id } }', { id: apis })));
      case 'deleteDocument':
        return void (document && (await send('mutation ($id: ID!) { deleteDocument(id: $id) { id } }', { id: document })));
      case 'deleteBundle':
        return void (bundle && (await send('mutation ($id: ID!) { deleteBundle(id: $id) { id } }', { id: bundle })));
      case 'request':
        return void (
          bundle &&
          (await send(
            'mutation ($id: ID!, $in: BundleInstanceAuthRequestInput!) { requestBundleInstanceAuthCreation(bundleID: $id, in: $in) { id } }',
            { id: bundle, in: { context: JSON.stringify(one.text) } },
          ))
        );
      case 'set':
        return void (
          auth &&
          (await send('mutation ($id: ID!, $in: BundleInstanceAuthSetInput!) { setBundleInstanceAuth(authID: $id, in: $in) { id } }', {
            id: auth,
            in: { auth: { credential: { basic: { username: 'u', password: one.text } } } },
          }))
        );
      case 'give back':
        return void (auth && (await send('mutation ($id: ID!) { requestBundleInstanceAuthDeletion(authID: $id) { id } }', { id: auth })));
      case 'deleteAuth':
        return void (auth && (await send('mutation ($id: ID!) { deleteBundleInstanceAuth(authID: $id) { id } }', { id: auth })));
    }
  }
});

describe('an object of no Application', () => {
  it('is neither stored nor counted', async () => {
    const id = newId();
    expect(await refusal(bundleAddition, { id, in: { name: 'b' } })).toMatchObject({ extensions: { error: 'NotFound' } });
    expect(await countsOf(dynamo, ownerOf(id))).toBeUndefined();
  });
});
