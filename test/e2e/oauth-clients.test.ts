import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { agentConfigurationQuery } from '#test/support/agent-documents.ts';
import { administrator, ok, post } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { anIntegrationSystem, type ClientCredentials, clientCredentialsFor, requestToken, withToken } from '#test/support/oauth-client.ts';

const system = inject('system');
const admin = administrator(system);
const elsewhere = system.tenants[1] ?? '';
const viewer = '{ viewer { id type } }';

const registerRuntime = async (labels = {}) =>
  (
    await admin.director('mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }', {
      in: { name: `r-${randomUUID()}`, labels },
    })
  ).result.id;

describe('an integration system', () => {
  it('registers, pairs and removes Runtimes with the scopes and headers of the Go provisioner', async () => {
    const provisioner = await anIntegrationSystem(system, admin.tenant, 'runtime:read runtime:write');
    const name = `cluster-${randomUUID().slice(0, 8)}`;
    const { result } = await provisioner.do(`mutation { result: registerRuntime(in: {
      name: "${name}", description: "a cluster", labels: { gardenerClusterName: "${name}" } }) { id } }`);
    const byId = `id: "${result.id}"`;
    expect(await provisioner.do(`query { result: runtime(${byId}) { id name description labels } }`)).toEqual({
      result: { id: result.id, name, description: 'a cluster', labels: { isNormalized: 'true', gardenerClusterName: name } },
    });
    const update = `mutation { result: updateRuntime(${byId}, in: { name: "${name}", statusCondition: PROVISIONING }) { id } }`;
    expect(await provisioner.do(update)).toEqual({ result: { id: result.id } });
    const { result: token } = await provisioner.do(`mutation { result: requestOneTimeTokenForRuntime(${byId}) { token connectorURL } }`);
    expect(token).toEqual({ token: expect.stringMatching(/^cmp_rt_/), connectorURL: system.connectorUrl });
    const { runtime } = await admin.director(`{ runtime(${byId}) { status { condition } } }`);
    expect(runtime.status.condition).toBe('PROVISIONING');
    expect(await provisioner.do(`mutation { result: unregisterRuntime(${byId}) { id } }`)).toEqual({ result: { id: result.id } });
    const { errors } = await provisioner.ask('mutation { registerApplication(in: { name: "x" }) { id } }');
    expect(errors).toMatchObject([{ extensions: { error: 'InsufficientScopes', error_code: 23 } }]);
  });

  it('learns its identity by the viewer query, and is refused in another tenant than that of its credentials', async () => {
    const { id, ask, credentials } = await anIntegrationSystem(system);
    expect(ok(await ask(viewer))).toEqual({ viewer: { id, type: 'INTEGRATION_SYSTEM' } });
    const { status, errors } = await ask(viewer, { tenant: elsewhere });
    expect([status, errors[0]?.extensions?.error]).toEqual([400, 'TenantNotFound']);
    expect(ok(await ask(viewer, { tenant: '' }))).toEqual({ viewer: { id, type: 'INTEGRATION_SYSTEM' } });
    const { ask: asForeigner } = await withToken(system, credentials, elsewhere);
    expect((await asForeigner(viewer)).status).toBe(400);
  });

  it('may have a Runtime provisioned, and is named by what happens then', async () => {
    const { id, askAt, tenant } = await anIntegrationSystem(system);
    const provision = `mutation { result: provisionRuntime(config: { runtimeInput: { name: "r-${randomUUID()}" }, driver: "process",
      parameters: { startAgent: false, agentTimeoutSeconds: 1 } }) { id runtimeID } }`;
    const { result } = ok(await askAt(system.oauthProvisionerUrl, provision, { tenant }));
    await eventually(async () => {
      const events = (await readFile(system.events, 'utf8')).split('\n').filter((line) => line.includes(result.runtimeID));
      const registered = events.map((line) => JSON.parse(line)).find((event) => event['detail-type'] === 'RuntimeRegistered');
      expect(registered?.detail.metadata.actor).toBe(`integration_system/${id}`);
    });
    const unknown = `{ result: runtimeOperationStatus(id: "${randomUUID()}") { id } }`;
    const { errors } = await askAt(system.oauthProvisionerUrl, unknown, { tenant });
    expect(errors).toMatchObject([{ extensions: { error: 'NotFound' } }]);
  });

  it('gets the schema of neither API', async () => {
    const { askAt, tenant } = await anIntegrationSystem(system);
    for (const url of [system.oauthDirectorUrl, system.oauthProvisionerUrl]) {
      const { errors } = await askAt(url, '{ __schema { queryType { name } } }', { tenant });
      expect(errors).toMatchObject([{ extensions: { error: 'InsufficientScopes' } }]);
    }
  });
});

describe('a Runtime with an OAuth client', () => {
  let id: string;
  let credentials: ClientCredentials;
  beforeAll(async () => {
    id = await registerRuntime({ scenarios: [`oauth-${randomUUID()}`] });
    credentials = await clientCredentialsFor(system, 'Runtime', id);
  });

  it('polls its configuration as the Agent does, and reads CONNECTED from then on', async () => {
    const { do: poll } = await withToken(system, credentials);
    const { runtime, applicationsForRuntime } = await poll(agentConfigurationQuery(id));
    expect(runtime.labels.isNormalized).toBe('true');
    expect(applicationsForRuntime).toMatchObject({ data: [], totalCount: 0 });
    const { result } = await admin.director(`{ result: runtime(id: "${id}") { status { condition } auths { id lastSeenAt } } }`);
    expect(result).toMatchObject({
      status: { condition: 'CONNECTED' },
      auths: [{ id: credentials.authId, lastSeenAt: expect.any(String) }],
    });
  });

  it('sees no other Runtime, and nothing of another tenant', async () => {
    const { ask } = await withToken(system, credentials);
    const other = await registerRuntime();
    expect((await ask(`{ runtime(id: "${other}") { id } }`)).data).toEqual({ runtime: null });
    expect((await ask('{ runtimes { totalCount } }')).errors).toMatchObject([{ extensions: { error: 'InsufficientScopes' } }]);
    expect((await ask(viewer, { tenant: elsewhere })).status).toBe(400);
  });

  it('is not let in by the Provisioner', async () => {
    const { askAt } = await withToken(system, credentials);
    const { status, errors } = await askAt(system.oauthProvisionerUrl, '{ runtimeStatus(id: "x") { hibernationStatus { hibernated } } }');
    expect([status, errors[0]?.extensions?.error]).toEqual([403, 'InsufficientScopes']);
  });
});

describe('a token', () => {
  it('is refused on the next request after its System Auth was deleted, and soon none is given out', async () => {
    const { ask, credentials, id } = await anIntegrationSystem(system);
    expect(ok(await ask(viewer)).viewer.id).toBe(id);
    await admin.director(`mutation { deleteSystemAuthForIntegrationSystem(authID: "${credentials.authId}") { id } }`);
    const { status, errors } = await ask(viewer);
    expect([status, errors[0]?.extensions?.error]).toEqual([401, 'Unauthorized']);
    await eventually(async () => expect(await requestToken(credentials)).toEqual({ status: 401, body: { error: 'invalid_client' } }));
  });

  it('ends with whom it is for', async () => {
    const id = await registerRuntime();
    const credentials = await clientCredentialsFor(system, 'Runtime', id);
    const { ask } = await withToken(system, credentials);
    expect(ok(await ask(viewer)).viewer).toEqual({ id, type: 'RUNTIME' });
    await admin.director(`mutation { unregisterRuntime(id: "${id}") { id } }`);
    expect((await ask(viewer)).status).toBe(401);
    await eventually(async () => expect((await requestToken(credentials)).status).toBe(401));
  });

  it('is not given for a wrong secret, without a client, or if the client has none of the scopes; others are left out', async () => {
    const credentials = await clientCredentialsFor(system, 'Runtime', await registerRuntime());
    const refused = { status: 401, body: { error: 'invalid_client' } };
    expect(await requestToken({ ...credentials, clientSecret: 'wrong' })).toEqual(refused);
    expect(await requestToken({ ...credentials, clientId: 'nobody' })).toEqual(refused);
    for (const scope of ['formation:write', 'internal_visibility:read']) {
      expect(await requestToken(credentials, scope)).toEqual({ status: 400, body: { error: 'invalid_scope' } });
    }
    const { body } = await requestToken(credentials, 'internal_visibility:read runtime:read formation:write');
    expect(body).toMatchObject({ scope: 'runtime:read' });
    expect(decodeJwt(body.access_token as string).scope).toBe('compass/runtime:read');
  });

  it('of a client opens no door of users, and one of a user no door of clients', async () => {
    const { askAt } = await anIntegrationSystem(system);
    for (const url of [system.directorUrl, system.provisionerUrl]) expect((await askAt(url, viewer)).status).toBe(401);
    for (const url of [system.oauthDirectorUrl, system.oauthProvisionerUrl]) {
      const { status, errors } = await post(url, '{ __typename }', undefined, admin.headers);
      expect([status, errors[0]?.extensions?.error]).toEqual([401, 'Unauthorized']);
    }
  });

  it('that was changed is refused', async () => {
    const { token, ask } = await anIntegrationSystem(system);
    const [header, , signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, client_id: 'other' })).toString('base64url');
    expect((await ask(viewer, { authorization: `Bearer ${header}.${forged}.${signature}` })).status).toBe(401);
  });
});
