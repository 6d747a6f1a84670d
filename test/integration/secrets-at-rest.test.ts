import { type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutationsNotOffered } from '#functions/director/compat/not-offered.ts';
import { apiSchemas } from '#test/support/api-schemas.ts';
import { aSystem, aTenant, aUser, type Caller, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let user: Caller;
let runtime: Caller;
let own: Subjects;
const tenant = aTenant();

beforeAll(async () => {
  dynamo = await startDynamo();
  const world = directorWorld(dynamo);
  user = world.as(aUser(tenant));
  own = await oneOfEverything(user, 'own');
  runtime = world.as(aSystem('runtime', own.runtime, tenant));
});
afterAll(() => dynamo.stop());

const passed = `additionalHeaders: { h: ["hidden-header"] }, additionalQueryParams: { q: ["hidden-parameter"] }`;
const basic = 'credential: { basic: { username: "u", password: "hidden-password" } }';
const oauth = 'credential: { oauth: { clientId: "c", clientSecret: "hidden-client-secret", url: "https://example.com/token" } }';
const requestAuth = `requestAuth: { csrf: { tokenEndpointURL: "https://example.com/csrf", ${passed},
  credential: { basic: { username: "u", password: "hidden-csrf-password" } } } }`;

/** Values of `AuthInput` with everything that it can hold, by kind of credential. */
const kinds = { basic: `{ ${basic}, ${passed}, ${requestAuth} }`, oauth: `{ ${oauth}, ${passed}, ${requestAuth} }` };
/** The same for fetch requests and webhooks, which take no `requestAuth`. */
const kindsOfCalls = { basic: `{ ${basic}, ${passed} }`, oauth: `{ ${oauth}, ${passed} }` };
type Kind = keyof typeof kinds;

const hook = (kind: Kind) => `{ type: CONFIGURATION_CHANGED, url: "https://example.com/hook", auth: ${kindsOfCalls[kind]} }`;
const fetched = (kind: Kind) => `fetchRequest: { url: "https://example.com/spec", auth: ${kindsOfCalls[kind]} }`;
const api = (kind: Kind) => `in: { name: "a", targetURL: "https://example.com", spec: { type: OPEN_API, format: JSON, ${fetched(kind)} } }`;
const event = (kind: Kind) => `in: { name: "e", spec: { type: ASYNC_API, format: JSON, ${fetched(kind)} } }`;
const bundle = (kind: Kind) => `{ name: "b", defaultInstanceAuth: ${kinds[kind]} }`;
const application = (kind: Kind, name: string) => `{ name: "${name}", webhooks: [${hook(kind)}], bundles: [${bundle(kind)}] }`;
const template = (kind: Kind, name: string) =>
  `in: { name: "${name}", accessLevel: GLOBAL, applicationInput: ${application(kind, 'made')}, webhooks: [${hook(kind)}] }`;

/** The id of credentials that a Runtime asked for and waits for, because their bundle has none by default. */
async function pending(): Promise<string> {
  const { bundle: asked } = await user.do(
    `mutation { bundle: addBundle(applicationID: "${own.application}", in: { name: "asked" }) { id } }`,
  );
  const { made } = await runtime.do(`mutation { made: requestBundleInstanceAuthCreation(bundleID: "${asked.id}", in: {}) { id } }`);
  return made.id;
}

/** A request of each operation that takes credentials. One without an entry fails the test that compares them with the schema. */
const requests: Readonly<Record<string, (kind: Kind) => string | Promise<string>>> = {
  registerApplication: (kind) => `in: ${application(kind, `shop-${kind}`)}`,
  registerRuntime: (kind) => `in: { name: "r-${kind}", webhooks: [${hook(kind)}] }`,
  createApplicationTemplate: (kind) => template(kind, `kind-${kind}`),
  updateApplicationTemplate: (kind) => `id: "${own.applicationTemplate}", ${template(kind, `changed-${kind}`)}`,
  addWebhook: (kind) => `applicationID: "${own.application}", in: ${hook(kind)}`,
  updateWebhook: (kind) => `webhookID: "${own.applicationWebhook}", in: ${hook(kind)}`,
  addBundle: (kind) => `applicationID: "${own.application}", in: ${bundle(kind)}`,
  updateBundle: (kind) => `id: "${own.bundle}", in: ${bundle(kind)}`,
  addAPIDefinitionToBundle: (kind) => `bundleID: "${own.bundle}", ${api(kind)}`,
  addAPIDefinitionToApplication: (kind) => `appID: "${own.application}", ${api(kind)}`,
  updateAPIDefinition: (kind) => `id: "${own.api}", ${api(kind)}`,
  updateAPIDefinitionForApplication: (kind) => `id: "${own.applicationApi}", ${api(kind)}`,
  addEventDefinitionToBundle: (kind) => `bundleID: "${own.bundle}", ${event(kind)}`,
  addEventDefinitionToApplication: (kind) => `appID: "${own.application}", ${event(kind)}`,
  updateEventDefinition: (kind) => `id: "${own.event}", ${event(kind)}`,
  updateEventDefinitionForApplication: (kind) => `id: "${own.applicationEvent}", ${event(kind)}`,
  addDocumentToBundle: (kind) =>
    `bundleID: "${own.bundle}", in: { title: "t", displayName: "d", description: "d", format: MARKDOWN, ${fetched(kind)} }`,
  createBundleInstanceAuth: (kind) => `bundleID: "${own.bundle}", in: { runtimeID: "${own.runtime}", auth: ${kinds[kind]} }`,
  updateBundleInstanceAuth: (kind) => `id: "${own.instanceAuth}", bundleID: "${own.bundle}", in: { auth: ${kinds[kind]} }`,
  setBundleInstanceAuth: async (kind) => `authID: "${await pending()}", in: { auth: ${kinds[kind]} }`,
};

/** Returns true if an input, at any depth, can hold credentials. */
function takesCredentials(type: GraphQLInputType, seen: readonly string[] = []): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.includes(named.name)) return false;
  if (named.name === 'CredentialDataInput') return true;
  return Object.values(named.getFields()).some((field) => takesCredentials(field.type, [...seen, named.name]));
}

const mutations = Object.values(apiSchemas.director.getMutationType()?.getFields() ?? {});

/** Their inputs have webhooks, which are refused. */
const refusesCredentials = ['createFormationTemplate', 'updateFormationTemplate'];

const readable = (_key: string, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value);
const stored = async () => JSON.stringify(await everyItem(dynamo), readable);
const sealed = (text: string) => [...new Set(text.match(/eyJ[\w-]{20,500}\.\.[\w-]{16}\.[\w-]{1,50000}\.[\w-]{22}/g))];

it('the test tries every operation that takes credentials', () => {
  const operations = mutations.filter(({ args }) => args.some(({ type }) => takesCredentials(type))).map(({ name }) => name);
  const refused = [...Object.keys(mutationsNotOffered), ...refusesCredentials];
  expect(Object.keys(requests).sort()).toEqual(operations.filter((name) => !refused.includes(name)).sort());
});

describe.each(Object.entries(requests))('%s', (operation, request) => {
  it.each(Object.keys(kinds) as Kind[])('stores credentials of the kind %s sealed, and nothing of them in clear', async (kind) => {
    const args = await request(kind);
    const before = sealed(await stored());
    await user.do(`mutation { ${operation}(${args}) { id } }`);
    const after = await stored();
    expect(sealed(after).filter((one) => !before.includes(one)).length).toBeGreaterThan(0);
    expect(after.match(/hidden-[a-z-]+/g)).toBeNull();
  });
});

it('a sealed text names the object that it belongs to, by tenant, kind and id', async () => {
  const id = '[0-9a-f-]{36}';
  const kinds = [
    `${tenant}/webhook/${id}`,
    `${tenant}/bundle/${id}`,
    `${tenant}/bundle/${id}/instance-auth/${id}`,
    `${tenant}/fetch-request/${id}`,
    `${tenant}/application-template/${id}`,
  ].map((kind) => new RegExp(`^${kind}$`));
  const headers = sealed(await stored()).map((text) => decodeProtectedHeader(text) as { ctx: string; enc: string; alg: string });
  expect(headers.filter(({ alg, enc }) => alg !== 'dir' || enc !== 'A256GCM')).toEqual([]);
  const contexts = headers.map(({ ctx }) => ctx);
  expect(contexts.filter((context) => !kinds.some((kind) => kind.test(context)))).toEqual([]);
  expect(kinds.filter((kind) => !contexts.some((context) => kind.test(context)))).toEqual([]);
});

it('a signing secret of a webhook is stored sealed, whether it came with the webhook or instead of another', async () => {
  const { hook: made } = await user.do(
    `mutation { hook: addWebhook(applicationID: "${own.application}", in: ${hook('basic')}) { id signingSecret } }`,
  );
  const { rotated } = await user.do(`mutation { rotated: rotateWebhookSigningSecret(webhookID: "${made.id}") { signingSecret } }`);
  const text = await stored();
  for (const { signingSecret } of [made, rotated]) {
    expect(signingSecret).toMatch(/^whsec_.{32}/);
    expect(text).not.toContain(signingSecret.replace('whsec_', ''));
  }
});

const secretIn = (credential: string) => `${credential} { credential { ... on OAuthCredentialData { clientSecret } } }`;

it('an instance auth opens for its Runtime', async () => {
  const args = await requests.updateBundleInstanceAuth?.('oauth');
  await user.do(`mutation { updateBundleInstanceAuth(${args}) { id } }`);
  const { shown } = await runtime.do(`{ shown: bundleInstanceAuth(id: "${own.instanceAuth}") { ${secretIn('auth')} } }`);
  expect(shown.auth.credential).toEqual({ clientSecret: 'hidden-client-secret' });
});

it('a template opens for the Applications that are made from it, whose credentials are sealed anew', async () => {
  await user.do(`mutation { createApplicationTemplate(${template('oauth', 'opened')}) { id } }`);
  const { made } = await user.do(
    `mutation { made: registerApplicationFromTemplate(in: { templateName: "opened" }) { bundles { data { ${secretIn('defaultInstanceAuth')} } } } }`,
  );
  expect(made.bundles.data).toEqual([{ defaultInstanceAuth: { credential: { clientSecret: 'hidden-client-secret' } } }]);
  expect(await stored()).not.toContain('hidden');
});

it('the copy of default credentials that a Runtime is given at once is sealed anew', async () => {
  const { made: asked } = await user.do(`mutation { made: addBundle(applicationID: "${own.application}", in: ${bundle('oauth')}) { id } }`);
  const before = sealed(await stored());
  const { made } = await runtime.do(
    `mutation { made: requestBundleInstanceAuthCreation(bundleID: "${asked.id}", in: {}) { ${secretIn('auth')} } }`,
  );
  expect(made.auth.credential).toEqual({ clientSecret: 'hidden-client-secret' });
  const after = await stored();
  expect(sealed(after).filter((one) => !before.includes(one)).length).toBe(1);
  expect(after).not.toContain('hidden');
});
