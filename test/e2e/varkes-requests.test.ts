import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { administrator, type ClientIdentity, type Data, ok, postSecurely, requestSecurely } from '#test/support/clients.ts';
import { makeCsr, pair, rsa } from '#test/support/pairing.ts';

const system = inject('system');
const admin = administrator(system);

const json = { 'content-type': 'application/json', accept: 'application/json' };

/** A request as varkes sends its own, with the certificate of its connection. */
async function securely(url: string, identity: ClientIdentity, method = 'GET', body?: object) {
  const sent = { method, headers: json, body: body && JSON.stringify(body) };
  const { status, text } = await requestSecurely(system, url, identity, sent);
  return { status, body: text === '' ? undefined : (JSON.parse(text) as Data) };
}

async function tokenFor(id: string): Promise<{ token: string; legacyConnectorURL: string; rawEncoded: string }> {
  const query = `mutation { result: requestOneTimeTokenForApplication(id: "${id}") { token legacyConnectorURL rawEncoded } }`;
  return (await admin.director(query)).result;
}

/** Connects by the address of a token, reads every URL of the answers without a check, and keeps what later requests need. */
async function connect(tokenUrl: string) {
  const info = (await (await fetch(tokenUrl, { headers: json })).json()) as Data;
  const csr = await makeCsr(info.certificate.subject, rsa);
  const signed = await fetch(info.csrUrl, { method: 'POST', headers: json, body: JSON.stringify({ csr: csr.encoded }) });
  expect(signed.status).toBe(201);
  const { crt } = (await signed.json()) as Data;
  const identity = { key: csr.key, certificateChain: Buffer.from(crt, 'base64').toString() };
  const { status, body } = await securely(info.api.infoUrl, identity);
  expect(status).toBe(200);
  const { urls, clientIdentity } = body ?? {};
  const ofEvents = `${clientIdentity.application}/v1/events`;
  return {
    identity,
    infoUrl: info.api.infoUrl as string,
    subject: info.certificate.subject as string,
    application: clientIdentity.application as string,
    metadataUrl: urls.metadataUrl as string,
    renewCertUrl: urls.renewCertUrl as string,
    eventsUrl: urls.eventsUrl as string,
    consoleUrl: urls.eventsUrl.replace('gateway', 'console').replace(ofEvents, '') as string,
  };
}

const openApi = { openapi: '3.0.0', info: { title: 'Schools', version: '1.0', description: 'Schools' }, paths: {} };

/** Services as varkes makes them of its configuration: `credentials` are there without any, and a specification beside its address. */
const api = (name: string, auth: object = {}) => ({
  provider: 'Varkes',
  name,
  description: 'Schools',
  labels: { type: 'OpenAPI v3' },
  api: {
    targetUrl: 'https://mock.example.com/schools',
    credentials: auth,
    specificationUrl: 'https://mock.example.com/schools/metadata',
    spec: openApi,
  },
});
const odata = {
  ...api('odata', { basic: { username: 'admin', password: 'nimda', csrfInfo: { tokenEndpointURL: 'https://mock.example.com/odata' } } }),
  labels: { type: 'OData v2' },
  api: {
    targetUrl: 'https://mock.example.com/odata',
    credentials: { basic: { username: 'admin', password: 'nimda', csrfInfo: { tokenEndpointURL: 'https://mock.example.com/odata' } } },
    specificationUrl: 'https://mock.example.com/odata/$metadata',
    apiType: 'odata',
  },
};
const events = {
  provider: 'Varkes',
  name: 'events',
  description: 'events',
  labels: {},
  events: { spec: { asyncapi: '2.0.0', channels: {} } },
};

describe('the requests of varkes', () => {
  it('connect an Application that is in no formation, and register, list, read, change and delete its services', async () => {
    const { result } = await admin.director(`mutation { result: registerApplication(in: { name: "varkes-${randomUUID()}" }) { id } }`);
    const connection = await connect((await tokenFor(result.id)).legacyConnectorURL);
    expect(connection).toMatchObject({ eventsUrl: '', consoleUrl: '', application: expect.stringMatching(/^mp-varkes-/) });
    const { identity, metadataUrl } = connection;
    const ask = (path = '', method = 'GET', body?: object) => securely(metadataUrl + path, identity, method, body);

    expect(await ask()).toEqual({ status: 200, body: [] });
    const ids: string[] = [];
    for (const service of [api('schools'), odata, events]) {
      const { status, body } = await ask('', 'POST', service);
      expect(status, JSON.stringify(body)).toBe(200);
      ids.push(body?.id);
    }
    const all = (await ask()).body as unknown as Data[];
    expect(all.map(({ id, name }) => [id, name]).sort()).toEqual(
      [
        [ids[0], 'schools'],
        [ids[1], 'odata'],
        [ids[2], 'events'],
      ].sort(),
    );

    expect((await ask(`/${ids[0]}`)).body).toMatchObject({
      name: 'schools',
      api: { targetUrl: 'https://mock.example.com/schools', spec: openApi },
    });
    expect((await ask(`/${ids[1]}`)).body).toMatchObject({
      api: { credentials: odata.api.credentials, specificationUrl: odata.api.specificationUrl, apiType: 'ODATA' },
    });
    expect((await ask(`/${ids[2]}`)).body).toMatchObject({ events: { spec: { asyncapi: '2.0.0' } } });

    const changed = { ...api('schools'), description: 'Other schools' };
    expect(await ask(`/${ids[0]}`, 'PUT', changed)).toMatchObject({ status: 200, body: { description: 'Other schools' } });
    expect((await ask(`/${ids[0]}`, 'DELETE')).status).toBe(204);
    for (const method of ['GET', 'DELETE']) expect((await ask(`/${ids[0]}`, method)).status).toBe(404);
    expect((await ask(`/${ids[0]}`, 'PUT', changed)).status).toBe(404);

    const csr = await makeCsr(connection.subject, rsa);
    const renewed = await securely(connection.renewCertUrl, identity, 'POST', { csr: csr.encoded });
    expect(renewed.status).toBe(201);
    const next = { key: csr.key, certificateChain: Buffer.from(renewed.body?.crt, 'base64').toString() };
    expect((await securely(metadataUrl, next)).status).toBe(200);
  });

  it('find the address for events once a Runtime of the formation takes them', async () => {
    const scenario = `varkes-${randomUUID()}`;
    await admin.director(`mutation { createFormation(formation: { name: "${scenario}" }) { id } }`);
    const labels = `scenarios: ["${scenario}"]`;
    const { app } = await admin.director(
      `mutation { app: registerApplication(in: { name: "v-${randomUUID()}", labels: { ${labels} } }) { id }
        registerRuntime(in: { name: "r-${randomUUID()}", labels: { ${labels}, runtime_eventServiceUrl: "https://gateway.example.com" } }) { id } }`,
    );
    const connection = await connect((await tokenFor(app.id)).legacyConnectorURL);
    expect(connection.eventsUrl).toBe(`https://gateway.example.com/${connection.application}/v1/events`);
    expect(connection.consoleUrl).toBe('https://console.example.com/');
  });

  it('connect by GraphQL as well, and add and find APIs and Events there', async () => {
    const { result } = await admin.director(`mutation { result: registerApplication(in: { name: "varkes-${randomUUID()}" }) { id } }`);
    const { rawEncoded } = await tokenFor(result.id);
    const { token } = JSON.parse(Buffer.from(rawEncoded, 'base64').toString('utf8'));
    const identity = await pair(system, token);
    const ask = async (query: string, variables: object = {}) =>
      ok(await postSecurely(system, system.mtlsDirectorUrl, identity, query, variables));
    expect(await ask('query { viewer { id type } }')).toEqual({ viewer: { id: result.id, type: 'APPLICATION' } });
    const { addBundle } = await ask(
      'mutation ($appId: ID! $payload: BundleCreateInput!) { addBundle(applicationID: $appId in: $payload) { id } }',
      {
        appId: result.id,
        payload: {
          name: 'bundle',
          description: 'bundle',
          defaultInstanceAuth: { credential: { basic: { username: 'admin', password: 'nimda' } } },
        },
      },
    );
    const added = 'addAPIDefinitionToBundle(bundleID: $bundleId in: $payload) { id }';
    const { addAPIDefinitionToBundle } = await ask(`mutation ($bundleId: ID! $payload: APIDefinitionInput!) { ${added} }`, {
      bundleId: addBundle.id,
      payload: {
        name: 'schools',
        description: 'Schools',
        targetURL: 'https://mock.example.com/schools',
        spec: { type: 'OPEN_API', format: 'JSON', data: JSON.stringify(openApi) },
      },
    });
    const found = 'application(id: $appId) { bundle(id: $bundleId) { apiDefinition(id: $apiId) { id name spec { data format type } } } }';
    const variables = { appId: result.id, bundleId: addBundle.id, apiId: addAPIDefinitionToBundle.id };
    const { application } = await ask(`query ($appId: ID!, $bundleId: ID!, $apiId: ID!) { ${found} }`, variables);
    expect(application.bundle.apiDefinition).toMatchObject({ name: 'schools', spec: { format: 'JSON', type: 'OPEN_API' } });
    const eventing = 'query ($appId: ID!) { application(id: $appId) { eventingConfiguration { defaultURL } } }';
    expect((await ask(eventing, variables)).application.eventingConfiguration).toEqual({ defaultURL: '' });
    const removed = await ask('mutation ($apiId: ID!) { deleteAPIDefinition(id: $apiId) { id } }', { apiId: variables.apiId });
    expect(removed.deleteAPIDefinition.id).toBe(variables.apiId);
  });
});
