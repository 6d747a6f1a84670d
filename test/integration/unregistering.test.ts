import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { Data } from '#test/support/clients.ts';
import { type ConfigurationWorld, configurationWorld } from '#test/support/configuration-world.ts';
import { aSystem, aTenant, aUser, type Caller, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { storeBundles, storeInstanceAuths } from '#test/support/large-application.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';
import { eventsInStream } from '#test/support/stream-events.ts';
import { sweepNow } from '#test/support/swept.ts';
import { tableSending } from '#test/support/table-sending.ts';

let dynamo: Dynamo;
let world: ConfigurationWorld;
let tenant: TenantId;
let admin: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = await configurationWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
  admin = world.as(aUser(tenant));
});

const nameOf = (command: object): string => command.constructor.name.replace('Command', '');

/** The Director on a client with another way to send. */
const callerBy = (send: Parameters<typeof tableSending>[1]): Caller =>
  directorWorld({ table: tableSending(dynamo, send) }, { sealer: world.deps.sealer }).as(aUser(tenant));

const errorOf = async (query: string, caller = admin): Promise<string | undefined> =>
  ((await caller.ask(query)).errors[0] as Data | undefined)?.extensions.error;
const itemsOf = async (id: string) => (await everyItem(dynamo)).filter(({ pk, sk }) => `${pk}#${sk}`.includes(id));

const contents = `{ name: "b", apiDefinitions: [{ name: "a", targetURL: "https://example.com" }],
  eventDefinitions: [{ name: "e" }], documents: [{ title: "t", displayName: "d", description: "d", format: MARKDOWN, data: "text" }] }`;

/** An Application with one of everything, and a Runtime with an instance auth of its bundle. */
async function everything() {
  const { app, r } = await admin.do(`mutation {
    app: registerApplication(in: { name: "shop", healthCheckURL: "https://example.com/health", bundles: [${contents}],
      webhooks: [{ type: CONFIGURATION_CHANGED, url: "https://example.com" }] }) {
      id webhooks { id } bundles { data { id apiDefinitions { data { id } } eventDefinitions { data { id } } documents { data { id } } } } }
    r: registerRuntime(in: { name: "r" }) { id } }`);
  const [bundle] = app.bundles.data;
  const { auth } = await admin.do(`mutation { auth: createBundleInstanceAuth(bundleID: "${bundle.id}", in: {
    runtimeID: "${r.id}", auth: { credential: { basic: { username: "u", password: "p" } } } }) { id } }`);
  const first = (page: Data): string => page.data[0].id;
  return {
    app: app.id as string,
    runtime: r.id as string,
    bundle: bundle.id as string,
    api: first(bundle.apiDefinitions),
    event: first(bundle.eventDefinitions),
    document: first(bundle.documents),
    webhook: app.webhooks[0].id as string,
    auth: auth.id as string,
  };
}
const unregister = (id: string, caller = admin) => caller.do(`mutation { unregisterApplication(id: "${id}") { id name } }`);

describe('unregistering an Application', () => {
  it('costs the same whatever is below it, and nothing of that is read', async () => {
    const sent: string[] = [];
    const caller = callerBy((command) => {
      sent.push(nameOf(command));
      return dynamo.client.send(command);
    });
    const { id } = (await admin.do('mutation { a: registerApplication(in: { name: "a" }) { id } }')).a;
    await storeBundles(dynamo, tenant, id, 110, 370 * 1024);
    await unregister(id, caller);
    // The Application and its counts, the keys of its credentials and webhooks, and the end of them.
    expect(sent).toEqual(['Get', 'Get', 'Query', 'Query', 'TransactWrite']);
    expect((await sweepNow(dynamo)).items).toBe(110);
  });

  it('answers what was in it to those who ask', async () => {
    const { app } = await everything();
    const { gone } = await admin.do(`mutation { gone: unregisterApplication(id: "${app}") {
      name webhooks { url } auths { id } bundles { data { name apiDefinitions { totalCount } } totalCount } } }`);
    expect(gone).toEqual({
      name: 'shop',
      webhooks: [{ url: 'https://example.com' }],
      auths: [],
      bundles: { data: [{ name: 'b', apiDefinitions: { totalCount: 1 } }], totalCount: 1 },
    });
  });

  it('makes everything of it invisible and unchangeable at once, though it is there until it is swept', async () => {
    const ids = await everything();
    await unregister(ids.app);
    expect(new Set((await itemsOf(ids.app)).map(({ type }) => type))).toEqual(
      new Set([
        'ApplicationView',
        'Bundle',
        'ApiDefinition',
        'EventDefinition',
        'Document',
        'Spec',
        'BundleInstanceAuth',
        'HeldInstanceAuths',
        'QuotaCounts',
        'ApplicationView',
        'Sweep',
      ]),
    );
    const seen = await admin.do(`{
      application(id: "${ids.app}") { id } applications { data { id } totalCount }
      apisForApplication(appID: "${ids.app}") { totalCount } eventsForApplication(appID: "${ids.app}") { totalCount }
      bundleInstanceAuth(id: "${ids.auth}") { id } bundleByInstanceAuth(authID: "${ids.auth}") { id }
      formationsForObject(objectID: "${ids.app}") { id } healthChecks { totalCount } }`);
    expect(seen).toMatchObject({
      application: null,
      applications: { data: [], totalCount: 0 },
      apisForApplication: null,
      eventsForApplication: null,
      bundleInstanceAuth: null,
      bundleByInstanceAuth: null,
      healthChecks: { totalCount: 0 },
    });
    const runtime = world.as(aSystem('runtime', ids.runtime, tenant));
    expect(await runtime.do(`{ a: bundleInstanceAuth(id: "${ids.auth}") { id } }`)).toEqual({ a: null });
  });

  const definition = 'in: { name: "x", targetURL: "https://example.com" }';
  const document = 'in: { title: "t", displayName: "d", description: "d", format: MARKDOWN }';
  type Ids = Awaited<ReturnType<typeof everything>>;
  const changes: [string, (ids: Ids) => string][] = [
    ['its bundle', ({ bundle }) => `updateBundle(id: "${bundle}", in: { name: "x" }) { id }`],
    ['the existence of its bundle', ({ bundle }) => `deleteBundle(id: "${bundle}") { id }`],
    ['its bundle by another API', ({ bundle }) => `addAPIDefinitionToBundle(bundleID: "${bundle}", ${definition}) { id }`],
    ['its bundle by another document', ({ bundle }) => `addDocumentToBundle(bundleID: "${bundle}", ${document}) { id }`],
    ['its API', ({ api }) => `updateAPIDefinition(id: "${api}", ${definition}) { id }`],
    ['the existence of its API', ({ api }) => `deleteAPIDefinition(id: "${api}") { id }`],
    ['its Event', ({ event }) => `updateEventDefinition(id: "${event}", in: { name: "x" }) { id }`],
    ['the existence of its Event', ({ event }) => `deleteEventDefinition(id: "${event}") { id }`],
    ['the existence of its document', ({ document: id }) => `deleteDocument(id: "${id}") { id }`],
    ['its instance auth', ({ auth }) => `requestBundleInstanceAuthDeletion(authID: "${auth}") { id }`],
    ['the existence of its instance auth', ({ auth }) => `deleteBundleInstanceAuth(authID: "${auth}") { id }`],
    [
      'its webhook',
      ({ webhook }) => `updateWebhook(webhookID: "${webhook}", in: { type: CONFIGURATION_CHANGED, url: "https://a.example" }) { id }`,
    ],
    ['the existence of its webhook', ({ webhook }) => `deleteWebhook(webhookID: "${webhook}") { id }`],
    ['itself', ({ app }) => `updateApplication(id: "${app}", in: { description: "x" }) { id }`],
    ['itself by another bundle', ({ app }) => `addBundle(applicationID: "${app}", in: { name: "x" }) { id }`],
    ['itself by a token', ({ app }) => `requestOneTimeTokenForApplication(id: "${app}") { token }`],
    ['itself by a label', ({ app }) => `setApplicationLabel(applicationID: "${app}", key: "k", value: "v") { key }`],
    ['its existence once more', ({ app }) => `unregisterApplication(id: "${app}") { id }`],
  ];
  it.each(changes)('refuses every change of %s', async (_, change) => {
    const ids = await everything();
    await unregister(ids.app);
    const before = await itemsOf(ids.app);
    expect(await errorOf(`mutation { r: ${change(ids)} }`)).toBe('NotFound');
    expect(await itemsOf(ids.app)).toEqual(before);
  });

  it('frees its name, and leaves alone the next one that has it', async () => {
    const { app } = await everything();
    await unregister(app);
    const { next } = await admin.do(`mutation { next: registerApplication(in: { name: "shop", bundles: [${contents}] }) { id } }`);
    await sweepNow(dynamo);
    expect(await itemsOf(app)).toEqual([]);
    const { application } = await admin.do(
      `{ application(id: "${next.id}") { name bundles { data { name documents { data { data } } } } } }`,
    );
    expect(application).toEqual({ name: 'shop', bundles: { data: [{ name: 'b', documents: { data: [{ data: 'text' }] } }] } });
  });

  it('refuses its certificates and OAuth clients from the answer on', async () => {
    const { app } = await everything();
    const { certificate } = await world.pair({ tenant, kind: 'application', id: app });
    const { client } = await admin.do(`mutation { client: requestClientCredentialsForApplication(id: "${app}") { id } }`);
    expect((await world.poll('application', app, { certificate })).status).toBe(200);
    await unregister(app);
    expect((await world.poll('application', app, { certificate })).status).toBe(401);
    expect(await world.deps.auths.find({ tenant, kind: 'application', id: app }, client.id)).toBeUndefined();
  });

  it('leaves no credential that is stored while it ends', async () => {
    const { app } = await everything();
    const owner = { tenant, kind: 'application', id: app } as const;
    let late: Promise<void> | undefined;
    const caller = callerBy(async (command) => {
      const answer = await dynamo.client.send(command);
      // The keys of the credentials were read; what is stored now is not among them.
      if (nameOf(command) === 'Query') late ??= world.deps.auths.insert(aSystemAuth(owner));
      await late;
      return answer;
    });
    await unregister(app, caller);
    expect(late).toBeDefined();
    expect((await itemsOf(app)).filter(({ type, sk }) => type === 'SystemAuth' || sk === '~QUOTA')).toEqual([]);
  });

  it('is done or not when the process dies at any of its calls', async () => {
    const outcomes: (string | undefined)[] = [];
    for (const at of [1, 2, 3, 4, 5]) {
      const { id } = (await admin.do(`mutation { a: registerApplication(in: { name: "mortal-${at}" }) { id } }`)).a;
      let calls = 0;
      const dying = callerBy((command) => {
        calls += 1;
        return calls >= at ? Promise.reject(new TypeError('the process is gone')) : dynamo.client.send(command);
      });
      outcomes.push(await errorOf(`mutation { unregisterApplication(id: "${id}") { id } }`, dying));
      expect((await admin.do(`{ a: application(id: "${id}") { id } }`)).a).toEqual({ id });
      await unregister(id);
    }
    expect(outcomes).toEqual(Array.from({ length: 5 }, () => 'InternalError'));
  });

  it('is reported by each of its events once, however often it is swept', async () => {
    const ids = await everything();
    await world.pair({ tenant, kind: 'application', id: ids.app });
    const before = (await eventsInStream(dynamo)).length;
    await unregister(ids.app);
    await Promise.all([sweepNow(dynamo), sweepNow(dynamo)]);
    await sweepNow(dynamo);
    const events = (await eventsInStream(dynamo)).slice(before).filter(({ detail }) => detail.metadata.tenant === tenant);
    expect(events.map(({ detailType }) => detailType).toSorted()).toEqual([
      'ApiDefinitionDeleted',
      'ApplicationUnregistered',
      'BundleDeleted',
      'CertificateRevoked',
      'EventDefinitionDeleted',
    ]);
  });
});

describe('deleting a bundle with more than a transaction holds', () => {
  const apis = Array.from({ length: 120 }, (_, index) => `{ name: "api-${index}", targetURL: "https://example.com" }`).join();

  it('makes what is in it invisible and unchangeable at once, and gives its room back at once', async () => {
    const { app } =
      await admin.do(`mutation { app: registerApplication(in: { name: "shop", bundles: [{ name: "b", apiDefinitions: [${apis}],
      documents: [{ title: "t", displayName: "d", description: "d", format: MARKDOWN }] }] }) { id bundles { data { id apiDefinitions { data { id } } documents { data { id } } } } } }`);
    const [bundle] = app.bundles.data;
    const { r } = await admin.do('mutation { r: registerRuntime(in: { name: "r" }) { id } }');
    const { auth } = await admin.do(`mutation { auth: createBundleInstanceAuth(bundleID: "${bundle.id}", in: {
      runtimeID: "${r.id}", auth: { credential: { basic: { username: "u", password: "p" } } } }) { id } }`);
    await admin.do(`mutation { deleteBundle(id: "${bundle.id}") { id } }`);
    expect((await itemsOf(bundle.id)).length).toBeGreaterThan(120);
    const api = bundle.apiDefinitions.data[0].id;
    const seen =
      await admin.do(`{ application(id: "${app.id}") { bundles { totalCount } bundle(id: "${bundle.id}") { id } apiDefinition(id: "${api}") { id } }
      apisForApplication(appID: "${app.id}") { totalCount } bundleInstanceAuth(id: "${auth.id}") { id } bundleByInstanceAuth(authID: "${auth.id}") { id } }`);
    expect(seen).toEqual({
      application: { bundles: { totalCount: 0 }, bundle: null, apiDefinition: null },
      apisForApplication: { totalCount: 0 },
      bundleInstanceAuth: null,
      bundleByInstanceAuth: null,
    });
    for (const change of [
      `updateAPIDefinition(id: "${api}", in: { name: "x", targetURL: "https://example.com" }) { id }`,
      `deleteAPIDefinition(id: "${api}") { id }`,
      `deleteDocument(id: "${bundle.documents.data[0].id}") { id }`,
      `deleteBundleInstanceAuth(authID: "${auth.id}") { id }`,
      `requestBundleInstanceAuthDeletion(authID: "${auth.id}") { id }`,
      `deleteBundle(id: "${bundle.id}") { id }`,
    ]) {
      expect(`${change}: ${await errorOf(`mutation { r: ${change} }`)}`).toBe(`${change}: NotFound`);
    }
    const counts = (await itemsOf(app.id)).find(({ type }) => type === 'QuotaCounts');
    expect(counts).toMatchObject({ bundles: 0, definitions: 0, documents: 0, contentBytes: 0, instanceAuths: 0, instanceAuthBytes: 0 });
    await sweepNow(dynamo);
    expect(await itemsOf(bundle.id)).toEqual([]);
  });

  it('is possible where it is larger than can be read, and what is left is counted afterwards', async () => {
    const { app } = await admin.do(
      'mutation { app: registerApplication(in: { name: "shop", bundles: [{ name: "kept" }, { name: "huge" }] }) { id bundles { data { id name } } } }',
    );
    const huge = app.bundles.data.find(({ name }: Data) => name === 'huge').id;
    await storeInstanceAuths(dynamo, { tenant, applicationId: app.id, id: huge }, 120, 100 * 1024);
    await admin.do(`mutation { deleteBundle(id: "${huge}") { id } }`);
    await sweepNow(dynamo);
    await admin.do(`mutation { addBundle(applicationID: "${app.id}", in: { name: "next" }) { id } }`);
    const counts = (await itemsOf(app.id)).find(({ type }) => type === 'QuotaCounts');
    expect(counts).toMatchObject({ bundles: 2, instanceAuths: 0 });
  });
});

describe('unregistering a Runtime', () => {
  it('costs the same whatever Applications gave it', async () => {
    const ids = await everything();
    const sent: string[] = [];
    const caller = callerBy((command) => {
      sent.push(nameOf(command));
      return dynamo.client.send(command);
    });
    await caller.do(`mutation { unregisterRuntime(id: "${ids.runtime}") { id } }`);
    expect(sent).toEqual(['Get', 'Get', 'Query', 'Query', 'TransactWrite']);
    await sweepNow(dynamo);
    const { a } = await admin.do(`{ a: bundleInstanceAuth(id: "${ids.auth}") { runtimeID status { condition } } }`);
    expect(a).toEqual({ runtimeID: null, status: { condition: 'UNUSED' } });
  });

  it('refuses its certificate from the answer on, and is no silence', async () => {
    const { r } = await admin.do('mutation { r: registerRuntime(in: { name: "r" }) { id } }');
    const { certificate } = await world.pair({ tenant, kind: 'runtime', id: r.id });
    expect((await world.poll('runtime', r.id, { certificate })).status).toBe(200);
    await admin.do(`mutation { unregisterRuntime(id: "${r.id}") { id } }`);
    expect((await world.poll('runtime', r.id, { certificate })).status).toBe(401);
    expect((await itemsOf(r.id)).map(({ type }) => type)).toEqual(['Sweep']);
  });
});
