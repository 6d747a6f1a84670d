import { readFileSync } from 'node:fs';
import { type Schema, Validator as SchemaValidator } from '@cfworker/json-schema';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { metadataServices } from '#functions/director/compat/metadata-services.ts';
import type { DirectorDeps } from '#functions/director/deps.ts';
import type { Actor } from '#shared/core/actor.ts';
import { systemClock } from '#shared/core/clock.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { type DescribedAnswers, problemsOf } from '#test/support/described-answers.ts';
import { aSystem, aTenant, aUser, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

interface Described {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly responses: DescribedAnswers;
}

let described: Readonly<Record<string, Readonly<Record<string, Described>>>>;
let dynamo: Dynamo;
let world: DirectorWorld;
beforeAll(async () => {
  const validator = new Validator();
  expect(await validator.validate(parse(readFileSync('docs/api/metadata.openapi.yaml', 'utf8')))).toEqual({ valid: true });
  described = (validator.resolveRefs() as unknown as { readonly paths: typeof described }).paths;
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());

const list = 'GET /{application}/v1/metadata/services';
const register = 'POST /{application}/v1/metadata/services';
const read = 'GET /{application}/v1/metadata/services/{serviceId}';
const update = 'PUT /{application}/v1/metadata/services/{serviceId}';
const remove = 'DELETE /{application}/v1/metadata/services/{serviceId}';

/** Compares an exchange with the OpenAPI document: an accepted body fits its schema, and every answer is described. */
function expectDescribed(
  route: string,
  sent: object | undefined,
  answer: { status: number; headers: Record<string, unknown>; body?: unknown },
) {
  const [method = '', path = ''] = route.split(' ');
  const { requestBody, responses } = described[path]?.[method.toLowerCase()] ?? expect.fail(`${route} is not described`);
  expect(problemsOf(responses, answer)).toEqual([]);
  if (!requestBody || answer.status !== 200) return;
  const { schema } = requestBody.content['application/json'];
  expect(new SchemaValidator(schema, '2020-12').validate(JSON.parse(JSON.stringify(sent))).errors).toEqual([]);
}

/** A caller whose credential was verified before. */
function asCaller(actor: Actor, application: string) {
  const auth = { ...aSystemAuth({ tenant: actor.tenant, kind: 'application', id: actor.id }), connected: true };
  const known = { actor, auth: { ...auth, lastSeenAt: systemClock().toISOString() } };
  const deps = { ...world.deps, authenticateClient: async () => known } as unknown as DirectorDeps;
  const serve = metadataServices(
    deps,
    (_, { error }) => expect.fail(String(error.stack)),
    ({ routeKey }) => expect.fail(`nothing serves ${routeKey}`),
  );
  return async (route: string, { id = '', body }: { id?: string; body?: object } = {}) => {
    const { statusCode, headers, body: text } = await serve(anApiEvent({ route, body, parameters: { application, serviceId: id } }));
    const answer = { status: statusCode ?? 0, headers: headers ?? {}, body: text === undefined ? undefined : JSON.parse(text) };
    expectDescribed(route, body, answer);
    return { status: answer.status, type: answer.headers['content-type'], body: answer.body };
  };
}

async function anApplication(tenant: TenantId = aTenant(), name = 'shop') {
  const admin = world.as(aUser(tenant));
  const { made } = await admin.do(`mutation { made: registerApplication(in: { name: "${name}" }) { id } }`);
  const ask = asCaller(aSystem('application', made.id, tenant), `mp-${name}`);
  return { id: made.id as string, tenant, admin, ask };
}

const openApi = { openapi: '3.0.0', info: { title: 'Orders', version: '1' }, paths: {} };
const asyncApi = { asyncapi: '2.0.0', info: { title: 'Orders', version: '1' }, channels: {} };
const credentials = { oauth: { url: 'https://shop.example.com/token', clientId: 'me', clientSecret: 'hidden' } };
const service = {
  provider: 'Shop',
  name: 'orders',
  description: 'Orders of the shop',
  identifier: 'orders-1',
  labels: { type: 'OpenAPI v3' },
  api: {
    targetUrl: 'https://shop.example.com/orders',
    spec: openApi,
    credentials: { oauth: { ...credentials.oauth, csrfInfo: { tokenEndpointURL: 'https://shop.example.com/csrf' } } },
    requestParameters: { headers: { 'X-Shop': ['1'] }, queryParameters: { lang: ['en'] } },
  },
  events: { spec: asyncApi },
  documentation: { displayName: 'Help', description: 'About orders', type: 'guide', docs: [{ title: 'A', type: 'md', source: '# A' }] },
};

const registered = async (ask: Awaited<ReturnType<typeof anApplication>>['ask'], body: object = service): Promise<string> => {
  const answer = await ask(register, { body });
  expect(answer).toMatchObject({ status: 200, type: 'application/json;charset=UTF-8', body: { id: expect.any(String) } });
  return answer.body.id;
};

describe('a service of an Application', () => {
  it('is answered as it was registered, but for provider and labels, and is a bundle for everything else', async () => {
    const { id: applicationId, admin, ask } = await anApplication();
    expect(await ask(list)).toMatchObject({ status: 200, body: [] });
    const id = await registered(ask);
    const head = { provider: '', name: 'orders', description: 'Orders of the shop', identifier: 'orders-1', labels: {} };
    expect((await ask(list)).body).toEqual([{ id, ...head }]);
    expect((await ask(read, { id })).body).toEqual({
      ...head,
      api: { ...service.api, apiType: 'OPEN_API', headers: { 'X-Shop': ['1'] }, queryParameters: { lang: ['en'] } },
      events: service.events,
      documentation: { ...service.documentation, type: '' },
    });
    const { application } = await admin.do(`{ application(id: "${applicationId}") { bundle(id: "${id}") {
      name correlationIDs
      defaultInstanceAuth { credential { ... on OAuthCredentialData { clientSecret } } additionalHeaders }
      apiDefinitions { data { name targetURL spec { type format data } } }
      eventDefinitions { data { spec { type format data } } }
      documents { data { title displayName description kind data } } } } }`);
    expect(application.bundle).toEqual({
      name: 'orders',
      correlationIDs: ['orders-1'],
      defaultInstanceAuth: { credential: { clientSecret: 'hidden' }, additionalHeaders: { 'X-Shop': ['1'] } },
      apiDefinitions: {
        data: [
          { name: 'orders', targetURL: service.api.targetUrl, spec: { type: 'OPEN_API', format: 'JSON', data: JSON.stringify(openApi) } },
        ],
      },
      eventDefinitions: { data: [{ spec: { type: 'ASYNC_API', format: 'JSON', data: JSON.stringify(asyncApi) } }] },
      documents: { data: [{ title: 'A', displayName: 'Help', description: 'About orders', kind: 'md', data: '# A' }] },
    });
  });

  it('is replaced by an update, and keeps its identifier and the id of its API', async () => {
    const { id: applicationId, admin, ask } = await anApplication();
    const id = await registered(ask);
    const apis = async () => {
      const { application } = await admin.do(
        `{ application(id: "${applicationId}") { bundle(id: "${id}") { apiDefinitions { data { id } } eventDefinitions { data { id } } } } }`,
      );
      return application.bundle;
    };
    const before = await apis();
    const next = {
      provider: 'Shop',
      name: 'sales',
      description: 'Sales',
      api: { targetUrl: 'https://shop.example.com/sales', spec: openApi },
    };
    const answer = {
      provider: '',
      name: 'sales',
      description: 'Sales',
      identifier: 'orders-1',
      labels: {},
      api: { ...next.api, apiType: 'OPEN_API' },
    };
    expect(await ask(update, { id, body: next })).toMatchObject({ status: 200, body: answer });
    expect((await ask(read, { id })).body).toEqual(answer);
    expect(await apis()).toEqual({ ...before, eventDefinitions: { data: [] } });
  });

  it('loses its specification by an update without one, and gets Events by an update with them', async () => {
    const { ask } = await anApplication();
    const id = await registered(ask);
    const api = { ...service.api, spec: undefined };
    const { body } = await ask(update, { id, body: { ...service, api } });
    expect(body.api).not.toHaveProperty('spec');
    expect((await ask(update, { id, body: { ...service, api: undefined, events: { spec: asyncApi } } })).body).not.toHaveProperty('api');
    expect((await ask(update, { id, body: service })).body.api.spec).toEqual(openApi);
  });

  it('stays as it was when the update is refused', async () => {
    const { ask } = await anApplication();
    const id = await registered(ask);
    const before = (await ask(read, { id })).body;
    const events = { spec: '<xml/>' };
    expect(await ask(update, { id, body: { ...service, name: 'other', events } })).toMatchObject({ status: 400 });
    expect((await ask(read, { id })).body).toEqual(before);
  });

  it('is gone after its deletion, and its identifier is free', async () => {
    const { ask } = await anApplication();
    const id = await registered(ask);
    expect(await ask(remove, { id })).toMatchObject({ status: 204, body: undefined });
    const gone = { status: 404, body: { code: 404, error: `entity with ID ${id} not found` } };
    for (const route of [read, remove]) expect(await ask(route, { id })).toMatchObject(gone);
    expect(await ask(update, { id, body: service })).toMatchObject(gone);
    await registered(ask);
  });

  it('shares its identifier with no other, however many are registered at once', async () => {
    const { ask } = await anApplication();
    await registered(ask);
    const taken = { status: 409, body: { code: 409, error: 'Service with Identifier orders-1 already exists' } };
    expect(await ask(register, { body: service })).toMatchObject(taken);
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(register, { body: { ...service, identifier: 'orders-2' } })));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    const { body } = await ask(list);
    expect(body.filter(({ identifier }: { identifier: string }) => identifier === 'orders-2')).toHaveLength(
      answers.filter(({ status }) => status === 200).length,
    );
  });

  it('has its specification fetched when it names an address, by the credentials for it', async () => {
    const { id: applicationId, admin, ask } = await anApplication();
    const api = {
      targetUrl: 'https://shop.example.com/odata/',
      apiType: 'odata',
      specificationCredentials: { basic: { username: 'me', password: 'hidden' } },
      specificationRequestParameters: { headers: { accept: ['application/xml'] } },
    };
    const id = await registered(ask, { ...service, events: undefined, api });
    const { body } = await ask(read, { id });
    expect(body.api).toEqual({ ...api, apiType: 'ODATA', specificationUrl: 'https://shop.example.com/odata/$metadata' });
    const { application } = await admin.do(
      `{ application(id: "${applicationId}") { bundle(id: "${id}") { apiDefinitions { data { spec { type format fetchRequest { url } } } } } } }`,
    );
    const spec = { type: 'ODATA', format: 'XML', fetchRequest: { url: 'https://shop.example.com/odata/$metadata' } };
    expect(application.bundle.apiDefinitions.data).toEqual([{ spec }]);
  });

  it('that was made by GraphQL with several APIs is read, and not changed', async () => {
    const { id: applicationId, admin, ask } = await anApplication();
    const api = '{ name: "a", targetURL: "https://a.example.com" }';
    const { made } = await admin.do(
      `mutation { made: addBundle(applicationID: "${applicationId}", in: { name: "two", apiDefinitions: [${api}, ${api}] }) { id } }`,
    );
    expect((await ask(read, { id: made.id })).body).toMatchObject({ name: 'two', api: { targetUrl: 'https://a.example.com' } });
    expect(await ask(update, { id: made.id, body: service })).toMatchObject({ status: 409 });
  });
});

describe('the services of an Application', () => {
  it('are at no path but its own, and those of another Application or tenant are not found there', async () => {
    const one = await anApplication();
    const other = await anApplication(one.tenant, 'store');
    const foreign = await anApplication();
    const id = await registered(one.ask);
    const atPathOfOther = asCaller(aSystem('application', one.id, one.tenant), 'mp-store');
    const unnamed = { status: 404, body: { code: 404, error: 'application with name mp-store not found' } };
    for (const route of [list, read, remove]) expect(await atPathOfOther(route, { id })).toMatchObject(unnamed);
    for (const { ask } of [other, foreign]) {
      for (const route of [read, remove]) expect(await ask(route, { id })).toMatchObject({ status: 404 });
      expect(await ask(update, { id, body: service })).toMatchObject({ status: 404 });
      expect((await ask(list)).body).toEqual([]);
    }
    expect((await one.ask(read, { id })).status).toBe(200);
  });

  it('are for Applications only, and for those with the scope', async () => {
    const { id, tenant, ask } = await anApplication();
    const serviceId = await registered(ask);
    const runtime = asCaller(aSystem('runtime', id, tenant), 'mp-shop');
    expect(await runtime(list)).toMatchObject({ status: 403, body: { code: 403, error: 'invalid token or certificate' } });
    const reader = asCaller({ ...aSystem('application', id, tenant), scopes: new Set(['application:read']) }, 'mp-shop');
    expect(await reader(register, { body: service })).toMatchObject({ status: 401 });
    expect(await reader(remove, { id: serviceId })).toMatchObject({ status: 401 });
    const { body } = await reader(read, { id: serviceId });
    expect(JSON.stringify(body)).not.toContain('hidden');
  });
});

describe('a service that is refused', () => {
  it.each([
    ['no name', { ...service, name: '' }, 'Name field cannot be empty.'],
    ['no provider', { ...service, provider: undefined }, 'Provider field cannot be empty.'],
    ['neither API nor Events', { ...service, api: undefined, events: undefined }, "'api', 'events' have to be provided"],
    ['no target', { ...service, api: {} }, 'targetUrl field cannot be empty.'],
    ['no specification of its Events', { ...service, events: {} }, 'spec cannot be empty'],
    [
      'two kinds of credentials',
      { ...service, api: { ...service.api, credentials: { ...credentials, basic: { username: 'a', password: 'b' } } } },
      'too many authentication methods provided',
    ],
    [
      'half a credential',
      { ...service, api: { ...service.api, credentials: { oauth: { url: 'https://a.example.com' } } } },
      'clientId field',
    ],
    ['a list for a name', { ...service, name: [] }, 'Name field cannot be empty.'],
    ['no object', [], 'Invalid input'],
  ])('has %s', async (_, body, error) => {
    const { ask } = await anApplication();
    const answer = await ask(register, { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 400, error: expect.stringContaining(error) } });
    expect((await ask(list)).body).toEqual([]);
  });
});
