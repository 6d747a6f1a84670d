import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { agentConfigurationQuery, agentLabelMutation } from '#test/support/agent-documents.ts';
import { administrator, ok, post } from '#test/support/clients.ts';
import { goEnum, goFields, goLiteral } from '#test/support/go-client-fields.ts';
import { pairedSystem, type SystemClient } from '#test/support/system-actors.ts';

const system = inject('system');
const admin = administrator(system);
const formation = `clients-${randomUUID()}`;
let application: SystemClient;
let runtime: SystemClient;

beforeAll(async () => {
  application = await pairedSystem(system, 'application', { scenarios: [formation] });
  runtime = await pairedSystem(system, 'runtime', { scenarios: [formation] });
});

describe('the Runtime Agent', () => {
  const agentHeaders = {
    tenant: admin.tenant,
    accept: 'application/json; charset=utf-8',
    'content-type': 'application/json; charset=utf-8',
  };

  it('fetches everything with its one query: credentials, definitions, and the ids that its Applications authenticate with', async () => {
    await application.do(`mutation { addBundle(applicationID: "${application.id}", in: {
      name: "orders", description: "Orders", instanceAuthRequestInputSchema: "{}",
      defaultInstanceAuth: { credential: { oauth: { clientId: "id", clientSecret: "secret", url: "https://issuer.example/token" } },
        additionalHeaders: { header: ["a", "b"] }, additionalQueryParams: { q: ["1"] },
        requestAuth: { csrf: { tokenEndpointURL: "https://example.com/csrf" } } },
      apiDefinitions: [{ name: "api", description: "a", targetURL: "https://example.com/api", group: "g", version: { value: "1.0.0" } }],
      eventDefinitions: [{ name: "event", description: "e", group: "g", version: { value: "2.0.0", deprecated: true } }]
    }) { id } }`);
    const answer = await runtime.do(agentConfigurationQuery(runtime.id), undefined, agentHeaders);
    expect(answer.runtime.labels).toEqual({ isNormalized: 'true', scenarios: [formation] });
    const last = { pageInfo: { startCursor: '', endCursor: '', hasNextPage: false }, totalCount: 1 };
    expect(answer.applicationsForRuntime).toEqual({
      data: [
        {
          id: application.id,
          name: `mp-${application.name}`,
          providerName: null,
          description: null,
          labels: { name: `mp-${application.name}`, managed: 'false', scenarios: [formation] },
          auths: [{ id: application.paired.authId }],
          bundles: {
            data: [
              {
                id: expect.any(String),
                name: 'orders',
                description: 'Orders',
                instanceAuthRequestInputSchema: '{}',
                apiDefinitions: {
                  data: [
                    {
                      id: expect.any(String),
                      name: 'api',
                      description: 'a',
                      targetURL: 'https://example.com/api',
                      group: 'g',
                      version: { value: '1.0.0', deprecated: false, deprecatedSince: null, forRemoval: false },
                    },
                  ],
                  ...last,
                },
                eventDefinitions: {
                  data: [
                    {
                      id: expect.any(String),
                      name: 'event',
                      description: 'e',
                      group: 'g',
                      version: { value: '2.0.0', deprecated: true, deprecatedSince: null, forRemoval: false },
                    },
                  ],
                  ...last,
                },
                defaultInstanceAuth: {
                  credential: { clientId: 'id', clientSecret: 'secret', url: 'https://issuer.example/token' },
                  additionalHeaders: { header: ['a', 'b'] },
                  additionalQueryParams: { q: ['1'] },
                  requestAuth: { csrf: { tokenEndpointURL: 'https://example.com/csrf' } },
                },
              },
            ],
            ...last,
          },
        },
      ],
      ...last,
    });
  });

  it('writes its URLs, which the Application and the Runtime then read as theirs', async () => {
    for (const [key, value] of [
      ['runtime_eventServiceUrl', 'https://events.cluster.example'],
      ['runtime_consoleUrl', 'https://console.cluster.example'],
    ] as const) {
      const { result } = await runtime.do(agentLabelMutation(runtime.id, key, value), undefined, agentHeaders);
      expect(result).toEqual({ key, value });
    }
    const mine = await application.do(`{ application(id: "${application.id}") { eventingConfiguration { defaultURL } } }`);
    expect(mine.application.eventingConfiguration.defaultURL).toBe(`https://events.cluster.example/mp-${application.name}/v1/events`);
    const { runtime: self } = await runtime.do(
      `{ runtime(id: "${runtime.id}") { status { condition } eventingConfiguration { defaultURL } } }`,
    );
    expect(self).toEqual({ status: { condition: 'CONNECTED' }, eventingConfiguration: { defaultURL: 'https://events.cluster.example' } });
  });

  it('may contradict its certificate in the Tenant header no more than it may leave it out', async () => {
    const foreign = await runtime.ask('{ viewer { id } }', undefined, { tenant: system.tenants[1] ?? '' });
    expect(foreign).toMatchObject({ status: 400, errors: [{ extensions: { error_code: 25, error: 'TenantNotFound' } }] });
    expect((await runtime.do('{ viewer { id type } }')).viewer).toEqual({ id: runtime.id, type: 'RUNTIME' });
  });
});

describe('the JavaScript application client', () => {
  it('works with variables, __typename and no Tenant header', async () => {
    const viewer = await application.do('query { viewer { id type __typename } }', {});
    expect(viewer.viewer).toEqual({ id: application.id, type: 'APPLICATION', __typename: 'Viewer' });

    const added = await application.do(
      `mutation addBundle($applicationID: ID!, $in: BundleCreateInput!) {
        addBundle(applicationID: $applicationID, in: $in) { id name __typename } }`,
      {
        applicationID: application.id,
        in: {
          name: 'b',
          defaultInstanceAuth: { credential: { basic: { username: 'u', password: 'p' } }, additionalHeaders: { a: ['b'] } },
        },
      },
    );
    const bundleID = added.addBundle.id;
    const api = await application.do(
      `mutation ($bundleID: ID!, $in: APIDefinitionInput!) { result: addAPIDefinitionToBundle(bundleID: $bundleID, in: $in) { id __typename } }`,
      {
        bundleID,
        in: { name: 'api', targetURL: 'https://example.com', spec: { data: 'openapi: "3.0.0"', type: 'OPEN_API', format: 'YAML' } },
      },
    );
    const event = await application.do(
      `mutation ($bundleID: ID!, $in: EventDefinitionInput!) { result: addEventDefinitionToBundle(bundleID: $bundleID, in: $in) { id __typename } }`,
      { bundleID, in: { name: 'event', spec: { data: '{"asyncapi":"2.0.0"}', type: 'ASYNC_API', format: 'JSON' } } },
    );
    const { application: read } = await application.do(
      `query ($id: ID!, $bundleID: ID!, $apiID: ID!) { application(id: $id) {
        bundles { data { id apiDefinitions { data { id } } } __typename }
        bundle(id: $bundleID) { apiDefinition(id: $apiID) { name spec { data type format __typename } __typename } __typename }
        __typename } }`,
      { id: application.id, bundleID, apiID: api.result.id },
    );
    expect(read.bundle.apiDefinition).toMatchObject({ name: 'api', spec: { data: 'openapi: "3.0.0"', type: 'OPEN_API', format: 'YAML' } });
    for (const [operation, id] of [
      ['deleteAPIDefinition', api.result.id],
      ['deleteEventDefinition', event.result.id],
    ]) {
      const { result } = await application.do(`mutation ($id: ID!) { result: ${operation}(id: $id) { id __typename } }`, { id });
      expect(result.id).toBe(id);
    }
  });
});

describe('the Go clients', () => {
  const name = `go-${randomUUID()}`;
  const webhookAuth = {
    credential: { basic: { username: 'user', password: 'pass' } },
    additionalHeaders: { headerA: ['ha1', 'ha2'], headerB: ['hb1'] },
    additionalQueryParams: { qA: ['qa1', 'qa2'] },
  };
  const auth = {
    ...webhookAuth,
    requestAuth: { csrf: { tokenEndpointURL: 'https://example.com/token', credential: { basic: { username: 'user', password: 'pass' } } } },
  };
  const input = {
    name,
    providerName: 'provider name',
    description: 'my "first" application',
    labels: { group: ['production', 'experimental'], nested: { a: { b: 1 } } },
    healthCheckURL: 'https://mywordpress.com/health',
    webhooks: [{ type: goEnum('CONFIGURATION_CHANGED'), url: 'https://mywordpress.com/webhooks', auth: webhookAuth }],
    bundles: [
      {
        name: 'bundle',
        description: 'd',
        instanceAuthRequestInputSchema: '{"type":"object"}',
        defaultInstanceAuth: auth,
        apiDefinitions: [
          {
            name: 'comments-v1',
            description: 'api for adding comments',
            targetURL: 'https://mywordpress.com/comments',
            group: 'comments',
            version: { value: '1.0.0', deprecated: true },
            spec: { data: '{"openapi":"3.0.2"}', type: goEnum('OPEN_API'), format: goEnum('YAML') },
          },
          {
            name: 'odata',
            targetURL: 'https://mywordpress.com/odata',
            spec: { data: '<Edmx/>', type: goEnum('ODATA'), format: goEnum('XML') },
          },
        ],
        eventDefinitions: [{ name: 'events', spec: { data: '{}', type: goEnum('ASYNC_API'), format: goEnum('JSON') } }],
        documents: [
          { title: 'Readme', displayName: 'readme', description: 'd', format: goEnum('MARKDOWN'), kind: 'test', data: '# Readme' },
        ],
      },
    ],
  };
  const inline = async (text: string) => (await admin.director(text)).result;

  it('write everything into the text, select every field, and get it', async () => {
    const result = await inline(`mutation { result: registerApplication(in: ${goLiteral(input)}) { ${goFields.application} } }`);
    expect(result).toMatchObject({
      name,
      description: 'my "first" application',
      labels: { group: ['production', 'experimental'], nested: { a: { b: 1 } }, managed: 'false', name: `mp-${name}` },
      status: { condition: 'INITIAL' },
      auths: [],
      webhooks: [
        {
          applicationID: result.id,
          type: 'CONFIGURATION_CHANGED',
          auth: { ...webhookAuth, credential: webhookAuth.credential.basic, oneTimeToken: null, requestAuth: null },
        },
      ],
      eventingConfiguration: { defaultURL: '' },
    });
    const [bundle] = result.bundles.data;
    expect(bundle).toMatchObject({ name: 'bundle', instanceAuths: [], instanceAuthRequestInputSchema: '{"type":"object"}' });
    expect(bundle.defaultInstanceAuth.requestAuth.csrf).toMatchObject({
      tokenEndpointURL: 'https://example.com/token',
      credential: { username: 'user' },
    });
    expect(bundle.apiDefinitions).toMatchObject({
      totalCount: 2,
      data: [{ name: 'comments-v1', spec: { data: '{"openapi":"3.0.2"}', fetchRequest: null } }, { name: 'odata' }],
    });
    expect(bundle.eventDefinitions.data).toMatchObject([{ name: 'events', spec: { data: '{}', type: 'ASYNC_API', format: 'JSON' } }]);
    expect(bundle.documents.data).toMatchObject([{ title: 'Readme', data: '# Readme', kind: 'test', fetchRequest: null }]);

    const read = await inline(`query { result: application(id: "${result.id}") { ${goFields.application} } }`);
    expect(read).toEqual(result);
    const listed = await inline(
      `query { result: applications(filter: [{ key: "name", query: "\\"mp-${name}\\"" }], first: 200, after: "") { ${goFields.page(goFields.latestApplication)} } }`,
    );
    expect(listed).toMatchObject({ data: [result], totalCount: 1 });
  });

  it('select every field of Runtimes, formations, webhooks and tokens too', async () => {
    const made = await inline(
      `mutation { result: registerRuntime(in: { name: "${name}", description: "d", labels: { a: ["b"] } }) { ${goFields.runtime} } }`,
    );
    expect(made).toMatchObject({
      name,
      labels: { a: ['b'], isNormalized: 'true' },
      status: { condition: 'INITIAL' },
      auths: [],
      webhooks: [],
    });
    expect(await inline(`query { result: runtime(id: "${made.id}") { ${goFields.runtime} } }`)).toEqual(made);
    const hook = await inline(
      `mutation { result: addWebhook(runtimeID: "${made.id}", in: { type: CONFIGURATION_CHANGED, url: "https://example.com", mode: SYNC, timeout: 30 }) { ${goFields.webhook} } }`,
    );
    expect(hook).toMatchObject({ runtimeID: made.id, applicationID: null, mode: 'SYNC', timeout: 30, auth: null });
    const formed = await inline(`mutation { result: createFormation(formation: { name: "${name}" }) { ${goFields.formation} } }`);
    expect(formed).toMatchObject({ name, state: 'READY' });
    const token = await inline(`mutation { result: requestOneTimeTokenForRuntime(id: "${made.id}") { ${goFields.runtimeToken} } }`);
    expect(JSON.parse(Buffer.from(token.rawEncoded, 'base64').toString())).toMatchObject({
      token: token.token,
      connectorURL: system.connectorUrl,
    });
    const { auths } = await inline(`query { result: runtime(id: "${made.id}") { ${goFields.runtime} } }`);
    expect(auths).toMatchObject([{ auth: { oneTimeToken: { __typename: 'OneTimeTokenForRuntime', token: '', used: false } } }]);
    expect(await inline(`query { result: viewer() { ${goFields.viewer} } }`)).toMatchObject({ type: 'USER' });
    expect(
      await inline(
        `mutation { result: setRuntimeLabel(runtimeID: "${made.id}", key: "k", value: [ "a", { b: 1 } ]) { ${goFields.label} } }`,
      ),
    ).toEqual({ key: 'k', value: ['a', { b: 1 }] });
  });

  it('send variables as null', async () => {
    const answer = await fetch(system.directorUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json; charset=utf-8', ...admin.headers },
      body: JSON.stringify({ query: 'query { result: viewer() { id type } }', variables: null }),
    });
    expect(await answer.json()).toMatchObject({ data: { result: { type: 'USER' } } });
  });

  it('ask for a raw token by their header', async () => {
    const { id } = await inline(`mutation { result: registerApplication(in: { name: "${randomUUID()}" }) { id } }`);
    const query = `mutation { result: requestOneTimeTokenForApplication(id: "${id}") { ${goFields.applicationToken} } }`;
    const { result } = ok(await post(system.directorUrl, query, undefined, { ...admin.headers, suggest_token: 'true' }));
    expect(result.token).toBe(result.rawEncoded);
    const data = JSON.parse(result.raw);
    expect(data).toMatchObject({ connectorURL: system.connectorUrl, used: false, type: 'Application', usedAt: '0001-01-01T00:00:00Z' });
    expect(Buffer.from(result.rawEncoded, 'base64').toString()).toBe(result.raw);
    expect(data.token).toMatch(/^cmp_app_/);
    expect(result.legacyConnectorURL).toBe(`${system.publicUrl}/v1/applications/signingRequests/info?token=${data.token}`);
  });

  it('get the token itself, whatever their header, for an Application that an integration system pairs', async () => {
    const { id: own } = await inline(
      `mutation { result: registerIntegrationSystem(in: { name: "s-${randomUUID().slice(0, 30)}" }) { id } }`,
    );
    const { id } = await inline(
      `mutation { result: registerApplication(in: { name: "${randomUUID()}", integrationSystemID: "${own}", labels: { legacy: true } }) { id } }`,
    );
    const query = `mutation { result: requestOneTimeTokenForApplication(id: "${id}") { token raw } }`;
    const { result } = ok(await post(system.directorUrl, query, undefined, { ...admin.headers, suggest_token: 'true' }));
    expect(result.token).toBe(JSON.parse(result.raw).token);
  });
});

describe('clients of the time when bundles were packages', () => {
  it('register Runtimes and packages, and Runtimes read them, under the names they know', async () => {
    const variables = { in: { name: `packages-${randomUUID()}`, packages: [{ name: 'orders' }], labels: { scenarios: [formation] } } };
    const { registerApplication } = await admin.director(
      'mutation ($in: ApplicationRegisterInput!) { registerApplication(in: $in) { id packages { data { id name } } } }',
      variables,
    );
    expect(registerApplication.packages.data).toMatchObject([{ name: 'orders' }]);
    const { addAPIDefinitionToPackage } = await admin.director(`mutation { addAPIDefinitionToPackage(
      packageID: "${registerApplication.packages.data[0].id}", in: { name: "api", targetURL: "https://example.com" }) { name } }`);
    expect(addAPIDefinitionToPackage).toEqual({ name: 'api' });
    const read = `{ applicationsForRuntime(runtimeID: "${runtime.id}") { data { id packages { data { apiDefinitions { data { name } } } } } } }`;
    const { data } = (await runtime.do(read)).applicationsForRuntime;
    expect(data).toContainEqual({
      id: registerApplication.id,
      packages: { data: [{ apiDefinitions: { data: [{ name: 'api' }] } }] },
    });
    const made = await admin.director('mutation ($in: RuntimeInput!) { registerRuntime(in: $in) { name } }', {
      in: { name: `runtime-${randomUUID()}` },
    });
    expect(made.registerRuntime.name).toMatch(/^runtime-/);
  });
});
