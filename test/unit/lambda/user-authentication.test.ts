import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clock, epochSeconds, hours, later, minutes } from '#shared/core/clock.ts';
import { userAuthentication } from '#shared/lambda/user-authentication.ts';
import { anApiEvent } from '#test/support/api-event.ts';

const now = new Date('2030-01-01T00:00:00Z');
const exp = epochSeconds(later(now, hours(1)));
const keys = await generateKeyPair('RS256');

let server: Server;
let issuer: string;
let served = 0;
let away: 'discovery' | 'keys' | undefined;

beforeAll(async () => {
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  server = createServer(({ url }, response) => {
    served += 1;
    if (away === (url === '/keys' ? 'keys' : 'discovery')) return void response.writeHead(503).end('{}');
    const body = url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const authentication = (clock: Clock = () => now) =>
  userAuthentication({ issuer, audience: 'compass', groupsClaim: 'cognito:groups', resourceServer: 'compass' }, clock);

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    (value) => value,
    (error) => `${error.code}: ${error.message}`,
  );

const invalid = 'Unauthorized: the bearer token is not valid here';

const sign = (payload: JWTPayload, key = keys.privateKey, header: object = {}) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key);
const payload = (given: JWTPayload = {}): JWTPayload => ({
  iss: issuer,
  aud: 'compass',
  exp,
  sub: 'ann',
  'cognito:groups': ['tenant/t1', 'tenant/t2', 'role/admin'],
  ...given,
});

describe('the tenant of a user', () => {
  const authenticate = async (headers: Record<string, string>) =>
    outcome(authentication()(anApiEvent({ headers: { authorization: `Bearer ${await sign(payload())}`, ...headers } })));

  it('stands in a header of any case, and must be there', async () => {
    expect(await authenticate({})).toBe('TenantRequired: Tenant is required: name it in the header Tenant');
    expect(await authenticate({ TENANT: 't2' })).toMatchObject({ tenant: 't2', otherTenants: ['t1'] });
  });

  it('follows from a token that names one tenant, where the API takes requests without the header', async () => {
    const provider = { issuer, audience: 'compass', groupsClaim: 'cognito:groups', resourceServer: 'compass' };
    const implied = async (groups: string[], options?: { mayImplyTenant: boolean }, headers: object = {}) => {
      const authorization = `Bearer ${await sign(payload({ 'cognito:groups': groups }))}`;
      const authenticated = userAuthentication(provider, () => now, options);
      return outcome(authenticated(anApiEvent({ headers: { authorization, ...headers } })));
    };
    const may = { mayImplyTenant: true };
    expect(await implied(['tenant/t1', 'role/admin'], may)).toMatchObject({ tenant: 't1', otherTenants: [], tenantImplied: true });
    expect(await implied(['tenant/t1', 'tenant/t1'], may, { tenant: '' })).toMatchObject({ tenant: 't1', tenantImplied: true });
    expect(await implied(['tenant/t1'], may, { tenant: 't1' })).not.toHaveProperty('tenantImplied');
    expect(await implied(['tenant/#'], may)).toContain('TenantNotFound');
    for (const groups of [[], ['role/admin'], ['tenant/t1', 'tenant/t2']]) expect(await implied(groups, may)).toContain('TenantRequired');
    expect(await implied(['tenant/t1'])).toContain('TenantRequired');
  });

  it.each(['t3', 't', 'role/viewer', 'T1', '#', 't1 t2'])('is answered like one that does not exist when it is %j', async (tenant) => {
    expect(await authenticate({ tenant })).toBe(`TenantNotFound: Tenant not found [externalTenant=${tenant}]`);
  });
});

describe('a bearer token', () => {
  const authenticate = (token: string) => outcome(authentication()(anApiEvent({ headers: { authorization: token, tenant: 't1' } })));
  const notValid = 'Unauthorized: the bearer token is not valid';

  it('is verified with the keys that the issuer publishes', async () => {
    expect(await authenticate(`Bearer ${await sign(payload())}`)).toMatchObject({ kind: 'user', id: 'ann', tenant: 't1' });
    expect(await authenticate(`bearer ${await sign(payload())}`)).toMatchObject({ id: 'ann' });
  });

  it('counts when it is for the client of the console, where that has one of its own, and for no other client', async () => {
    const provider = { issuer, audience: 'compass', groupsClaim: 'cognito:groups', resourceServer: 'compass' };
    const given = async (client_id: string, consoleClient?: string) => {
      const authorization = `Bearer ${await sign({ ...payload({ client_id }), aud: undefined })}`;
      const authenticated = userAuthentication({ ...provider, consoleClient }, () => now);
      return outcome(authenticated(anApiEvent({ headers: { authorization, tenant: 't1' } })));
    };
    expect(await given('console', 'console')).toMatchObject({ kind: 'user', id: 'ann' });
    expect(await given('compass', 'console')).toMatchObject({ kind: 'user', id: 'ann' });
    expect(await given('other', 'console')).toBe(invalid);
    expect(await given('console')).toBe(invalid);
  });

  it('has the discovery document and the keys read once', async () => {
    const authenticated = authentication();
    const before = served;
    const event = anApiEvent({ headers: { authorization: `Bearer ${await sign(payload())}`, tenant: 't1' } });
    for (let call = 0; call < 3; call++) await authenticated(event);
    expect(served - before).toBe(2);
  });

  it('is refused when another issuer signed it', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await authenticate(`Bearer ${await sign(payload(), privateKey)}`)).toBe(notValid);
  });

  it('is refused when it was changed, or is none', async () => {
    const [header, body, signature] = (await sign(payload())).split('.');
    const other = Buffer.from(JSON.stringify(payload({ sub: 'bob' }))).toString('base64url');
    expect(await authenticate(`Bearer ${header}.${other}.${signature}`)).toBe(notValid);
    expect(await authenticate(`Bearer ${header}.${body}.`)).toBe(notValid);
    expect(await authenticate('Bearer something')).toBe(notValid);
  });

  it('is refused when it is unsigned, or signed with a secret', async () => {
    const unsigned = [{ alg: 'none' }, payload()].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    expect(await authenticate(`Bearer ${unsigned}.`)).toBe(notValid);
    const symmetric = await new SignJWT(payload()).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(Buffer.alloc(32));
    expect(await authenticate(`Bearer ${symmetric}`)).toBe(notValid);
  });

  it.each<[string, JWTPayload, string]>([
    ['has expired', { exp: epochSeconds(now) - 1 }, notValid],
    ['never expires', { exp: undefined }, notValid],
    ['is an ID token', { token_use: 'id' }, 'Unauthorized: the bearer token is not an access token'],
    ['is for another audience', { aud: 'other' }, invalid],
    ['is of another issuer', { iss: 'https://elsewhere.test' }, notValid],
    ['is not valid yet', { nbf: epochSeconds(later(now, hours(1))) }, notValid],
  ])('is refused when it %s', async (_, given, message) => {
    expect(await authenticate(`Bearer ${await sign(payload(given))}`)).toBe(message);
  });

  it('cannot be judged while the issuer does not answer, or answers with no keys', async () => {
    let time = now;
    const authenticated = authentication(() => time);
    const event = anApiEvent({ headers: { authorization: `Bearer ${await sign(payload())}`, tenant: 't1' } });
    const unavailable = expect.stringContaining('IdentityProviderUnavailable: the keys of the identity provider cannot be read');
    for (const trouble of ['discovery', 'keys'] as const) {
      away = trouble;
      time = later(time, minutes(1));
      expect(await outcome(authenticated(event))).toEqual(unavailable);
    }
    away = undefined;
    time = later(time, minutes(1));
    expect(await outcome(authenticated(event))).toMatchObject({ id: 'ann' });
  });

  it('is refused, not put off, when its issuer has no such key', async () => {
    expect(await authenticate(`Bearer ${await sign(payload(), keys.privateKey, { kid: 'two' })}`)).toBe(notValid);
  });

  it('belongs to no user where there is none', async () => {
    expect(await outcome(authentication()(anApiEvent({ headers: { tenant: 't1' } })))).toBeUndefined();
    expect(await authenticate('Basic YTpi')).toBeUndefined();
  });
});
