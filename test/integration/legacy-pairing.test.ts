import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { type ConnectorWorld, decode, startConnector } from '#test/support/connector-world.ts';
import { aCsr, base64, freshKeys, subjectOf } from '#test/support/csr-builder.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const routes = {
  info: 'GET /v1/applications/signingRequests/info',
  certificates: 'POST /v1/applications/certificates',
  management: 'GET /v1/applications/management/info',
  renewals: 'POST /v1/applications/certificates/renewals',
  revocations: 'POST /v1/applications/certificates/revocations',
};
const headers = { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' };
const refused = { status: 403, headers, body: { code: 403, error: 'invalid token or certificate' } };

const tokenIn = (csrUrl: string): string => new URL(csrUrl).searchParams.get('token') ?? expect.fail('the address has no token');
const certificateInfo = (authId: string) => ({
  subject: `O=Compass,OU=Control Plane,L=Locality,ST=State,C=DE,CN=${authId}`,
  extensions: '',
  'key-algorithm': 'rsa2048',
});
const csrFor = async (authId: string) => (await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') })).encoded;

describe('an Application older than the GraphQL APIs', () => {
  it('gets from its token to the subject, a fresh token and the addresses', async () => {
    const { token, authId } = await connector.invite();
    const answer = await connector.legacy(routes.info, { token });
    expect(answer).toEqual({
      status: 200,
      headers,
      body: {
        csrUrl: expect.stringMatching(/^https:\/\/compass\.test\/v1\/applications\/certificates\?token=cmp_app_/),
        api: {
          eventsUrl: '',
          eventsInfoUrl: '',
          metadataUrl: expect.stringMatching(/^https:\/\/mtls\.test\/mp-one-[\w-]+\/v1\/metadata\/services$/),
          infoUrl: 'https://mtls.test/v1/applications/management/info',
          certificatesUrl: 'https://compass.test/v1/applications/certificates',
        },
        certificate: certificateInfo(authId),
      },
    });
    expect(tokenIn(answer.body.csrUrl)).not.toBe(token);
    expect(await connector.legacy(routes.info, { token })).toEqual(refused);
  });

  it('gets its certificate, however its tools broke the lines of the base64', async () => {
    const { token, authId } = await connector.invite();
    const { body: info } = await connector.legacy(routes.info, { token });
    const csr = (await csrFor(authId)).replace(/.{64}/g, '$&\r\n ');
    const { status, headers: given, body } = await connector.legacy(routes.certificates, { token: tokenIn(info.csrUrl), body: { csr } });
    expect({ status, given }).toEqual({ status: 201, given: headers });
    expect(Object.keys(body).sort()).toEqual(['caCrt', 'clientCrt', 'crt']);
    expect(decode(body.crt)).toBe(decode(body.clientCrt) + decode(body.caCrt));
    expect(decode(body.caCrt).trim()).toBe(connector.root.anchor.toString().trim());
  });

  it('gets the same certificate again when the answer was lost', async () => {
    const { token, authId } = await connector.invite();
    const request = { token, body: { csr: await csrFor(authId) } };
    const first = await connector.legacy(routes.certificates, request);
    expect(first.status).toBe(201);
    expect(await connector.legacy(routes.certificates, request)).toEqual(first);
  });

  it('gets its name and the addresses to renew and revoke, and counts as connected from then on', async () => {
    const { owner, authId, certificate } = await connector.pair();
    const before = await connector.deps.applications.get(owner.tenant, owner.id);
    expect(before.status.condition).toBe('INITIAL');
    expect(await connector.legacy(routes.management, { certificate })).toEqual({
      status: 200,
      headers,
      body: {
        clientIdentity: { application: before.labels.name },
        urls: {
          eventsUrl: '',
          eventsInfoUrl: '',
          metadataUrl: `https://mtls.test/${before.labels.name}/v1/metadata/services`,
          renewCertUrl: 'https://mtls.test/v1/applications/certificates/renewals',
          revokeCertUrl: 'https://mtls.test/v1/applications/certificates/revocations',
        },
        certificate: certificateInfo(authId),
      },
    });
    expect((await connector.deps.applications.get(owner.tenant, owner.id)).status.condition).toBe('CONNECTED');
  });

  it('gets the address of its events, with token and certificate, once a Runtime takes them', async () => {
    const tenant = tenantId(randomUUID());
    const labels = { scenarios: ['sales'] };
    await connector.register('runtime', tenant, { ...labels, runtime_eventServiceUrl: 'https://events.test' });
    const owner = await connector.register('application', tenant, labels);
    const { token, authId } = await connector.invite('application', owner);
    const { body: info } = await connector.legacy(routes.info, { token });
    const eventsUrl = expect.stringMatching(/^https:\/\/events\.test\/mp-one-[\w-]+\/v1\/events$/);
    const urls = { eventsUrl, eventsInfoUrl: expect.stringMatching(/\/v1\/events\/subscribed$/) };
    expect(info.api).toMatchObject(urls);
    const signed = await connector.legacy(routes.certificates, { token: tokenIn(info.csrUrl), body: { csr: await csrFor(authId) } });
    const management = await connector.legacy(routes.management, { certificate: decode(signed.body.clientCrt) });
    expect(management.body.urls).toMatchObject(urls);
  });

  it('renews its certificate for a new key, and the one before works to its end', async () => {
    const { authId, certificate } = await connector.pair();
    const renewed = await connector.legacy(routes.renewals, { certificate, body: { csr: await csrFor(authId) } });
    expect(renewed.status).toBe(201);
    const next = decode(renewed.body.clientCrt);
    expect(next).not.toBe(certificate);
    for (const one of [next, certificate]) expect((await connector.legacy(routes.management, { certificate: one })).status).toBe(200);
  });

  it('ends the time in which the certificate before may be renewed by using the new one', async () => {
    const { authId, certificate } = await connector.pair();
    const renewed = await connector.legacy(routes.renewals, { certificate, body: { csr: await csrFor(authId) } });
    await connector.legacy(routes.management, { certificate: decode(renewed.body.clientCrt) });
    expect(await connector.legacy(routes.renewals, { certificate, body: { csr: await csrFor(authId) } })).toEqual(refused);
  });

  it('revokes its certificate, which is refused from then on', async () => {
    const { authId, certificate } = await connector.pair();
    expect(await connector.legacy(routes.revocations, { certificate })).toEqual({ status: 201, headers, body: undefined });
    const csr = await csrFor(authId);
    for (const route of [routes.management, routes.renewals, routes.revocations]) {
      expect(await connector.legacy(route, { certificate, body: { csr } })).toEqual(refused);
    }
  });
});

describe('a caller that is refused', () => {
  it.each([
    ['no token', undefined],
    ['an empty token', ''],
    ['nonsense', 'nonsense'],
  ])('brings %s', async (_, token) => {
    expect(await connector.legacy(routes.info, { token })).toEqual(refused);
    expect(await connector.legacy(routes.certificates, { token, body: { csr: 'x' } })).toEqual(refused);
  });

  it('brings a token that has expired or belongs to a certificate already', async () => {
    const { token, authId } = await connector.invite();
    const csr = await csrFor(authId);
    expect((await connector.legacy(routes.certificates, { token, body: { csr } })).status).toBe(201);
    expect(await connector.legacy(routes.certificates, { token, body: { csr: await csrFor(authId) } })).toEqual(refused);
    const late = await connector.invite();
    connector.pass(days(1));
    expect(await connector.legacy(routes.info, { token: late.token })).toEqual(refused);
  });

  it('is a Runtime, whose token is not spent', async () => {
    const { token, authId } = await connector.invite('runtime');
    expect(await connector.legacy(routes.info, { token })).toEqual(refused);
    expect(await connector.legacy(routes.certificates, { token, body: { csr: await csrFor(authId) } })).toEqual(refused);
    expect((await connector.configuration(token)).error).toBeUndefined();
  });

  it.each([routes.management, routes.renewals, routes.revocations])('has no certificate, or that of a Runtime: %s', async (route) => {
    const { authId, certificate } = await connector.pair('runtime');
    const body = { csr: await csrFor(authId) };
    expect(await connector.legacy(route, { certificate, body })).toEqual(refused);
    expect(await connector.legacy(route, { body })).toEqual(refused);
    expect((await connector.call('{ result: configuration { token { token } } }', { certificate })).error).toBeUndefined();
  });
});

describe('a bad request', () => {
  it.each([
    ['no JSON object', [], 'Failed to read certificate request: a JSON object with the text csr is expected'],
    ['no CSR', {}, 'Failed to read certificate request: a JSON object with the text csr is expected'],
    ['too much', { csr: 'x'.repeat(70_000) }, 'Failed to read certificate request: the body is larger than 65536 bytes'],
    ['no PEM', { csr: base64('hello') }, /^Error while decoding Certificate Signing Request: /],
    ['no base64', { csr: '!' }, /Error while parsing base64 content. Incorrect value provided.$/],
  ])('with %s is answered with 400 and what is wrong, and the token stays good', async (_, body, error) => {
    const { token, authId } = await connector.invite();
    const answer = await connector.legacy(routes.certificates, { token, body });
    expect(answer).toEqual({
      status: 400,
      headers,
      body: { code: 400, error: typeof error === 'string' ? error : expect.stringMatching(error) },
    });
    expect((await connector.legacy(routes.certificates, { token, body: { csr: await csrFor(authId) } })).status).toBe(201);
  });

  it('names what is wrong with the subject, with token and certificate', async () => {
    const { token } = await connector.invite();
    const { certificate } = await connector.pair();
    const body = { csr: await csrFor(randomUUID()) };
    const error = 'Error while signing Certificate Signing Request: CSR: Invalid common name provided.';
    const expected = { status: 400, headers, body: { code: 400, error } };
    expect(await connector.legacy(routes.certificates, { token, body })).toEqual(expected);
    expect(await connector.legacy(routes.renewals, { certificate, body })).toEqual(expected);
  });
});

it('the endpoint logs no unexpected error', () => expect(connector.unexpected).toEqual([]));
