import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
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

const refusal = async (query: string) => (await admin.ask(query)).errors[0]?.extensions?.error;
const register = async (input = '') =>
  (await admin.do(`mutation { r: registerApplication(in: { name: "app-${randomUUID()}" ${input} }) { id name } }`)).r;
const registerRuntime = async (input = '') =>
  (await admin.do(`mutation { r: registerRuntime(in: { name: "rt-${randomUUID()}" ${input} }) { id name } }`)).r;
const labelsOf = async (kind: string, id: string) => (await admin.do(`{ r: ${kind}(id: "${id}") { labels } }`)).r.labels;

describe('an Application', () => {
  it('is updated by what the input names, and keeps its status when the input names none', async () => {
    const { id } = await register(', description: "old", providerName: "p", statusCondition: FAILED');
    const before = (await admin.do(`{ r: application(id: "${id}") { status { condition timestamp } } }`)).r;
    const { r } = await admin.do(
      `mutation { r: updateApplication(id: "${id}", in: { description: "new", healthCheckURL: "https://example.com" }) {
        description providerName healthCheckURL status { condition timestamp } } }`,
    );
    expect(r).toEqual({ description: 'new', providerName: 'p', healthCheckURL: 'https://example.com', ...before });
    const set = await admin.do(
      `mutation { r: updateApplication(id: "${id}", in: { statusCondition: INITIAL }) { description status { condition } } }`,
    );
    expect(set.r).toEqual({ description: 'new', status: { condition: 'INITIAL' } });
  });

  it('is unregistered with everything in it, once it is in no formation', async () => {
    const formation = `f-${randomUUID()}`;
    const { id, name } = await register(`, labels: { scenarios: ["${formation}"] }, bundles: [{ name: "b" }]`);
    const refused = await admin.ask(`mutation { unregisterApplication(id: "${id}") { id } }`);
    expect(refused.errors).toMatchObject([
      {
        message: `The operation is not allowed [reason=System ${name} is part of the following formations : ${formation}]`,
        extensions: { error_code: 27, error: 'InvalidOperation' },
      },
    ]);
    await admin.do(`mutation { deleteApplicationLabel(applicationID: "${id}", key: "scenarios") { key } }`);
    const { r } = await admin.do(`mutation { r: unregisterApplication(id: "${id}") { id name bundles { data { name } } } }`);
    expect(r).toEqual({ id, name, bundles: { data: [{ name: 'b' }] } });
    expect(await admin.do(`{ application(id: "${id}") { id } }`)).toEqual({ application: null });
    expect(await refusal(`mutation { unregisterApplication(id: "${id}") { id } }`)).toBe('NotFound');
  });
});

describe('a Runtime', () => {
  it('is updated with all its labels replaced but the fixed ones, and keeps its status', async () => {
    const formation = `f-${randomUUID()}`;
    const { id } = await registerRuntime(
      `, labels: { a: 1, runtimeType: "kyma", scenarios: ["${formation}"] }, statusCondition: PROVISIONING`,
    );
    const { r } = await admin.do(
      `mutation { r: updateRuntime(id: "${id}", in: { name: "renamed", description: "d", labels: { b: 2, runtimeType: "other" } }) {
        name description labels status { condition } } }`,
    );
    expect(r).toEqual({
      name: 'renamed',
      description: 'd',
      labels: { b: 2, isNormalized: 'true', runtimeType: 'kyma', scenarios: [formation] },
      status: { condition: 'PROVISIONING' },
    });
    const set = await admin.do(
      `mutation { r: updateRuntime(id: "${id}", in: { name: "renamed", statusCondition: CONNECTED }) { labels status { condition } } }`,
    );
    expect(set.r).toEqual({ labels: r.labels, status: { condition: 'CONNECTED' } });
  });

  it('leaves its formations when it is unregistered', async () => {
    const formation = `f-${randomUUID()}`;
    const { id } = await registerRuntime(`, labels: { scenarios: ["${formation}"] }`);
    await admin.do(`mutation { unregisterRuntime(id: "${id}") { id } }`);
    expect(await admin.do(`{ runtime(id: "${id}") { id } }`)).toEqual({ runtime: null });
    const { r } = await admin.do(`mutation { r: deleteFormation(formation: { name: "${formation}" }) { name } }`);
    expect(r).toEqual({ name: formation });
  });
});

describe.each([
  ['application', 'setApplicationLabel', 'deleteApplicationLabel', 'applicationID', register],
  ['runtime', 'setRuntimeLabel', 'deleteRuntimeLabel', 'runtimeID', registerRuntime],
] as const)('the labels of an %s', (kind, set, remove, argument, make) => {
  it('are set, replaced and deleted one by one', async () => {
    const { id } = await make();
    const change = async (value: string) =>
      (await admin.do(`mutation { r: ${set}(${argument}: "${id}", key: "k", value: ${value}) { key value } }`)).r;
    expect(await change('"text"')).toEqual({ key: 'k', value: 'text' });
    expect(await change('{ a: [1, { b: true }] }')).toEqual({ key: 'k', value: { a: [1, { b: true }] } });
    expect((await labelsOf(kind, id)).k).toEqual({ a: [1, { b: true }] });
    const { r } = await admin.do(`mutation { r: ${remove}(${argument}: "${id}", key: "k") { key value } }`);
    expect(r).toEqual({ key: 'k', value: { a: [1, { b: true }] } });
    expect(await labelsOf(kind, id)).not.toHaveProperty('k');
    for (const key of ['k', 'toString']) {
      expect(await refusal(`mutation { ${remove}(${argument}: "${id}", key: "${key}") { key value } }`)).toBe('NotFound');
    }
    expect(await refusal(`mutation { ${set}(${argument}: "${id}", key: "a-b", value: 1) { key } }`)).toBe('InvalidData');
  });

  it('put it into formations through scenarios, which are created on demand, and take it out again', async () => {
    const { id } = await make();
    const [one, other] = [`one-${randomUUID()}`, `two-${randomUUID()}`];
    const scenarios = async (names: string[]) => {
      await admin.do(`mutation { ${set}(${argument}: "${id}", key: "scenarios", value: ${JSON.stringify(names)}) { key value } }`);
      return (await labelsOf(kind, id)).scenarios;
    };
    expect(await scenarios([other, one])).toEqual([one, other].sort());
    expect((await admin.do(`{ r: formationByName(name: "${one}") { name } }`)).r).toEqual({ name: one });
    expect(await scenarios([other])).toEqual([other]);
    await admin.do(`mutation { deleteFormation(formation: { name: "${one}" }) { id } }`);
    expect(await refusal(`mutation { deleteFormation(formation: { name: "${other}" }) { id } }`)).toBe('InvalidOperation');
    await admin.do(`mutation { ${remove}(${argument}: "${id}", key: "scenarios") { key } }`);
    expect(await labelsOf(kind, id)).not.toHaveProperty('scenarios');
  });
});

describe('a formation', () => {
  it('is created, filled, emptied and deleted, but not while anything is in it', async () => {
    const name = `f-${randomUUID()}`;
    const [application, runtime] = [await register(), await registerRuntime()];
    const { r: created } = await admin.do(
      `mutation { r: createFormation(formation: { name: "${name}", templateName: "Side-by-Side Extensibility with Kyma" }) { id name formationTemplateId state } }`,
    );
    expect(created).toMatchObject({ name, state: 'READY' });
    expect(await refusal(`mutation { createFormation(formation: { name: "${name}" }) { id } }`)).toBe('NotUniqueName');
    expect(await refusal(`mutation { createFormation(formation: { name: "${name}", templateName: "none" }) { id } }`)).toBe('InvalidData');
    const objects = [
      [application.id, 'APPLICATION'],
      [runtime.id, 'RUNTIME'],
    ];
    for (const [id, type] of [...objects, ...objects]) {
      const { r } = await admin.do(
        `mutation { r: assignFormation(objectID: "${id}", objectType: ${type}, formation: { name: "${name}" }) { id } }`,
      );
      expect(r).toEqual({ id: created.id });
    }
    expect((await labelsOf('application', application.id)).scenarios).toEqual([name]);
    expect((await labelsOf('runtime', runtime.id)).scenarios).toEqual([name]);
    for (const [id, type] of objects) {
      expect(await refusal(`mutation { deleteFormation(formation: { name: "${name}" }) { id } }`)).toBe('InvalidOperation');
      const unassign = `mutation { unassignFormation(objectID: "${id}", objectType: ${type}, formation: { name: "${name}" }) { id } }`;
      await admin.do(unassign);
      await admin.do(unassign);
    }
    expect((await admin.do(`{ r: formation(id: "${created.id}") { id name } }`)).r).toEqual({ id: created.id, name });
    await admin.do(`mutation { deleteFormation(formation: { name: "${name}" }) { id } }`);
    expect(await admin.do(`{ formation(id: "${created.id}") { id } formationByName(name: "${name}") { id } }`)).toEqual({
      formation: null,
      formationByName: null,
    });
    expect(await refusal(`mutation { deleteFormation(formation: { name: "${name}" }) { id } }`)).toBe('NotFound');
  });

  it('holds no runtime context', async () => {
    const name = `f-${randomUUID()}`;
    await admin.do(`mutation { createFormation(formation: { name: "${name}" }) { id } }`);
    expect(
      await refusal(`mutation { assignFormation(objectID: "x", objectType: RUNTIME_CONTEXT, formation: { name: "${name}" }) { id } }`),
    ).toBe('InvalidOperation');
  });
});

describe('a bundle with its definitions', () => {
  it('is added, updated and deleted by the Application itself', async () => {
    const { id } = await register();
    const application = { id, ...world.as(aSystem('application', id, tenant)) };
    const one = async (query: string) => (await application.do(query)).r;
    const gone = async (query: string) => (await application.ask(query)).errors[0]?.extensions?.error;
    const bundle = await one(`mutation { r: addBundle(applicationID: "${application.id}", in: {
      name: "b", description: "d", defaultInstanceAuth: { credential: { basic: { username: "u", password: "first" } } } }) { id } }`);

    const api =
      await one(`mutation { r: addAPIDefinitionToBundle(bundleID: "${bundle.id}", in: { name: "api", description: "d", group: "g", targetURL: "https://example.com",
      spec: { type: OPEN_API, format: JSON, data: "{}" }, version: { value: "1.0.0" } }) { id spec { id data } createdAt } }`);
    expect(api.spec).toEqual({ id: api.id, data: '{}' });
    expect(
      await one(
        `mutation { r: updateAPIDefinition(id: "${api.id}", in: { name: "renamed", targetURL: "https://example.org" }) { id name description group targetURL version { value } spec { data } createdAt } }`,
      ),
    ).toEqual({
      id: api.id,
      name: 'renamed',
      description: null,
      group: null,
      targetURL: 'https://example.org',
      version: null,
      spec: { data: '{}' },
      createdAt: api.createdAt,
    });
    const respecified = await one(
      `mutation { r: updateAPIDefinition(id: "${api.id}", in: { name: "renamed", targetURL: "https://example.org", spec: { type: OPEN_API, format: YAML, data: "openapi: b" } }) { spec { data format } } }`,
    );
    expect(respecified).toEqual({ spec: { data: 'openapi: b', format: 'YAML' } });

    const event = await one(
      `mutation { r: addEventDefinitionToBundle(bundleID: "${bundle.id}", in: { name: "event", spec: { type: ASYNC_API, format: JSON, data: "{}" } }) { id } }`,
    );
    expect(
      await one(`mutation { r: updateEventDefinition(id: "${event.id}", in: { name: "e2", group: "g" }) { id name group spec { data } } }`),
    ).toEqual({ id: event.id, name: 'e2', group: 'g', spec: { data: '{}' } });

    const document = await one(
      `mutation { r: addDocumentToBundle(bundleID: "${bundle.id}", in: { title: "t", displayName: "d", description: "d", format: MARKDOWN, data: "# t" }) { id } }`,
    );
    const updated =
      await one(`mutation { r: updateBundle(id: "${bundle.id}", in: { name: "b2", defaultInstanceAuth: { credential: { oauth: { clientId: "c", clientSecret: "s", url: "https://example.com" } } } }) {
      name description defaultInstanceAuth { credential { ... on OAuthCredentialData { clientId clientSecret url } } }
      apiDefinitions { data { id } } eventDefinitions { data { id } } documents { data { id data } }
      apiDefinition(id: "${api.id}") { id } eventDefinition(id: "${event.id}") { id } document(id: "${document.id}") { id } } }`);
    expect(updated).toEqual({
      name: 'b2',
      description: null,
      defaultInstanceAuth: { credential: { clientId: 'c', clientSecret: 's', url: 'https://example.com' } },
      apiDefinitions: { data: [{ id: api.id }] },
      eventDefinitions: { data: [{ id: event.id }] },
      documents: { data: [{ id: document.id, data: '# t' }] },
      apiDefinition: { id: api.id },
      eventDefinition: { id: event.id },
      document: { id: document.id },
    });
    for (const [operation, id] of [
      ['deleteAPIDefinition', api.id],
      ['deleteEventDefinition', event.id],
      ['deleteDocument', document.id],
      ['deleteBundle', bundle.id],
    ]) {
      expect(await one(`mutation { r: ${operation}(id: "${id}") { id } }`)).toEqual({ id });
      expect(await gone(`mutation { r: ${operation}(id: "${id}") { id } }`)).toBe('NotFound');
    }
    expect(
      await one(`{ r: application(id: "${application.id}") { bundles { data { id } totalCount } bundle(id: "${bundle.id}") { id } } }`),
    ).toEqual({
      bundles: { data: [], totalCount: 0 },
      bundle: null,
    });
  });
});

describe('a webhook', () => {
  it.each(['application', 'runtime'] as const)(
    'is added to an %s, updated and deleted; its credentials are sealed where they are kept',
    async (kind) => {
      const { id } = kind === 'application' ? await register() : await registerRuntime();
      const password = `password-${randomUUID()}`;
      const fields = `id type url ${kind}ID signingSecret auth { credential { ... on BasicCredentialData { username password } } }`;
      const input = (url: string, auth = '') => `in: { type: CONFIGURATION_CHANGED, url: "${url}" ${auth} }`;
      const auth = `, auth: { credential: { basic: { username: "u", password: "${password}" } } }`;
      const { r: added } = await admin.do(
        `mutation { r: addWebhook(${kind}ID: "${id}", ${input('https://example.com/1', auth)}) { ${fields} } }`,
      );
      expect(added).toMatchObject({
        [`${kind}ID`]: id,
        signingSecret: expect.stringMatching(/^whsec_/),
        auth: { credential: { username: 'u', password } },
      });
      const { r: updated } = await admin.do(
        `mutation { r: updateWebhook(webhookID: "${added.id}", ${input('https://example.com/2', auth)}) { ${fields} } }`,
      );
      expect(updated).toEqual({ ...added, url: 'https://example.com/2' });
      const { r: read } = await admin.do(`{ r: ${kind}(id: "${id}") { webhooks { ${fields} } } }`);
      expect(read.webhooks).toEqual([updated]);
      expect(await itemsWith(added.id)).not.toEqual([]);
      expect(await itemsWith(password)).toEqual([]);
      expect(await itemsWith(added.signingSecret)).toEqual([]);
      await admin.do(`mutation { deleteWebhook(webhookID: "${added.id}") { id } }`);
      expect(await refusal(`mutation { deleteWebhook(webhookID: "${added.id}") { id } }`)).toBe('NotFound');
      expect((await admin.do(`{ r: ${kind}(id: "${id}") { webhooks { id } } }`)).r.webhooks).toEqual([]);
    },
  );

  it('belongs to exactly one owner', async () => {
    const [application, runtime] = [await register(), await registerRuntime()];
    const hook = 'in: { type: CONFIGURATION_CHANGED, url: "https://example.com" }';
    expect(await refusal(`mutation { addWebhook(${hook}) { id } }`)).toBe('InvalidData');
    expect(await refusal(`mutation { addWebhook(applicationID: "${application.id}", runtimeID: "${runtime.id}", ${hook}) { id } }`)).toBe(
      'InvalidData',
    );
    expect(await refusal(`mutation { addWebhook(formationTemplateID: "x", ${hook}) { id } }`)).toBe('InvalidOperation');
  });
});

/** The keys of the items that hold a text in clear. */
const itemsWith = async (text: string): Promise<string[]> =>
  (await everyItem(dynamo)).filter((item) => JSON.stringify(item).includes(text)).map(({ pk, sk }) => `${pk} ${sk}`);

describe('eventing', () => {
  const formation = `eventing-${randomUUID()}`;
  let application: { id: string; name: string };
  let second: { id: string };
  const hostOf = async () => {
    const { r } = await admin.do(`{ r: application(id: "${application.id}") { eventingConfiguration { defaultURL } } }`);
    const url = r.eventingConfiguration.defaultURL;
    return url && new URL(url).host;
  };
  const labels = (host: string) => `, labels: { runtime_eventServiceUrl: "https://${host}", scenarios: ["${formation}"] }`;

  beforeAll(async () => {
    application = await register(`, labels: { scenarios: ["${formation}"] }`);
  });

  it('goes nowhere without a Runtime, then to the oldest one', async () => {
    expect(await hostOf()).toBe('');
    await registerRuntime(labels('first.example'));
    second = await registerRuntime(labels('second.example'));
    expect(await hostOf()).toBe('first.example');
  });

  it('goes to the Runtime that was chosen, until the choice is let go', async () => {
    const { r } = await admin.do(
      `mutation { r: setDefaultEventingForApplication(appID: "${application.id}", runtimeID: "${second.id}") { defaultURL } }`,
    );
    expect(r.defaultURL).toBe(`https://second.example/mp-${application.name}/v1/events`);
    expect(await hostOf()).toBe('second.example');
    const removed = await admin.do(`mutation { r: deleteDefaultEventingForApplication(appID: "${application.id}") { defaultURL } }`);
    expect(removed.r.defaultURL).toBe(r.defaultURL);
    expect(await hostOf()).toBe('first.example');
  });

  it('has another address for access tokens once the Runtime publishes one', async () => {
    const addresses = async () =>
      (await admin.do(`{ r: application(id: "${application.id}") { eventingConfiguration { defaultURL defaultURLForTokens } } }`)).r
        .eventingConfiguration;
    expect(await addresses()).toEqual({ defaultURL: `https://first.example/mp-${application.name}/v1/events`, defaultURLForTokens: '' });
    const label = 'key: "runtime_eventServiceUrlForTokens", value: "https://tokens.example"';
    await admin.do(`mutation { setRuntimeLabel(runtimeID: "${second.id}", ${label}) { key } }`);
    const choice = `appID: "${application.id}", runtimeID: "${second.id}"`;
    const { r } = await admin.do(`mutation { r: setDefaultEventingForApplication(${choice}) { defaultURL defaultURLForTokens } }`);
    expect(r.defaultURLForTokens).toBe(`https://tokens.example/mp-${application.name}/v1/events`);
    expect(await addresses()).toEqual(r);
    await admin.do(`mutation { deleteDefaultEventingForApplication(appID: "${application.id}") { defaultURL } }`);
  });

  it('goes to no Runtime outside the formations of the Application', async () => {
    const stranger = await registerRuntime(', labels: { runtime_eventServiceUrl: "https://stranger.example" }');
    expect(
      await refusal(
        `mutation { setDefaultEventingForApplication(appID: "${application.id}", runtimeID: "${stranger.id}") { defaultURL } }`,
      ),
    ).toBe('InvalidOperation');
  });

  it('falls back to the oldest Runtime when the chosen one is unregistered', async () => {
    await admin.do(`mutation { setDefaultEventingForApplication(appID: "${application.id}", runtimeID: "${second.id}") { defaultURL } }`);
    await admin.do(`mutation { unregisterRuntime(id: "${second.id}") { id } }`);
    expect(await hostOf()).toBe('first.example');
  });
});

describe('the viewer', () => {
  it('is the user, Application or Runtime that asks', async () => {
    expect((await admin.do('{ viewer { id type } }')).viewer).toEqual({ id: 'alice', type: 'USER' });
    for (const [kind, type] of [
      ['application', 'APPLICATION'],
      ['runtime', 'RUNTIME'],
    ] as const) {
      const { id } = kind === 'application' ? await register() : await registerRuntime();
      expect((await world.as(aSystem(kind, id, tenant)).do('{ viewer { id type } }')).viewer).toEqual({ id, type });
    }
  });
});

describe('a token for pairing', () => {
  it('is not for who exists not, nor for a System Auth that does not', async () => {
    const { id } = await register();
    expect(await refusal(`mutation { requestOneTimeTokenForApplication(id: "${randomUUID()}") { token } }`)).toBe('NotFound');
    expect(await refusal(`mutation { requestOneTimeTokenForRuntime(id: "${id}") { token } }`)).toBe('NotFound');
    expect(await refusal(`mutation { requestOneTimeTokenForApplication(id: "${id}", systemAuthID: "x") { token } }`)).toBe('NotFound');
  });

  it('is kept nowhere', async () => {
    const { id } = await register();
    const { r } = await admin.do(`mutation { r: requestOneTimeTokenForApplication(id: "${id}") { token used type expiresAt createdAt } }`);
    expect(r).toMatchObject({ used: false, type: 'Application' });
    expect(Date.parse(r.expiresAt) - Date.parse(r.createdAt)).toBe(300_000);
    const [, secret] = r.token.split('.');
    expect(await itemsWith(secret)).toEqual([]);
  });
});
