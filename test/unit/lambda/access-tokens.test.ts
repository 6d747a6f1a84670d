import type { webcrypto } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextOf as connectorContext, requireUser } from '#functions/connector/authentication.ts';
import type { ConnectorDeps } from '#functions/connector/deps.ts';
import { contextOf as directorContext } from '#functions/director/authentication.ts';
import type { DirectorDeps } from '#functions/director/deps.ts';
import { contextOf as provisionerContext } from '#functions/provisioner/authentication.ts';
import type { ProvisionerDeps } from '#functions/provisioner/deps.ts';
import { type Authorize, jwtAuthorizer } from '#local/gateway/jwt-authorizer.ts';
import { roleScopes } from '#shared/authorization/scopes.ts';
import { systemClock } from '#shared/core/clock.ts';
import { userAuthentication } from '#shared/lambda/user-authentication.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { startIssuer, type TestIssuer } from '#test/support/client-issuer.ts';

const hour = 3600;
const now = Math.floor(Date.now() / 1000);

let issuer: TestIssuer;
let gateway: Authorize;
const admit = async () => undefined;
let authenticateUser: ReturnType<typeof userAuthentication>;
let keys: { rsa: webcrypto.CryptoKey; ec: webcrypto.CryptoKey; foreign: webcrypto.CryptoKey };

beforeAll(async () => {
  const [rsa, ec, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('ES256'), generateKeyPair('RS256')]);
  keys = { rsa: rsa.privateKey, ec: ec.privateKey, foreign: foreign.privateKey };
  const published = [
    { ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256' },
    { ...(await exportJWK(ec.publicKey)), kid: 'ec', alg: 'ES256' },
  ];
  issuer = await startIssuer(published);
  gateway = jwtAuthorizer(() => ({ keys: published }), { issuer: issuer.issuer, audience: 'compass' });
  authenticateUser = userAuthentication(
    { issuer: issuer.issuer, audience: 'compass', groupsClaim: 'cognito:groups', resourceServer: 'compass' },
    systemClock,
  );
});
afterAll(() => issuer.stop());

const usual = (): JWTPayload => ({
  iss: issuer.issuer,
  aud: 'compass',
  sub: 'ann',
  exp: now + hour,
  'cognito:groups': ['tenant/T1', 'role/viewer'],
});

interface Header {
  readonly key?: webcrypto.CryptoKey;
  readonly alg?: string;
  readonly kid?: string;
  readonly typ?: string;
}

const signed = (payload: object, { key = keys.rsa, ...header }: Header = {}) =>
  new SignJWT({ ...usual(), ...payload }).setProtectedHeader({ alg: 'RS256', kid: 'rsa', ...header }).sign(key);

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Claims that would give every caller every role if they were trusted. */
const hostileClaims = { aud: 'compass', sub: 'mallory', 'cognito:groups': '[tenant/T1 tenant/T2 role/admin role/operator]' };

const outcome = (actor: Promise<unknown>) => actor.catch((error) => error.code);

/** The answer of each function to a request with this token, whatever the gateway thinks of it. */
async function outcomes(authorization: string | undefined, tenant: string) {
  const headers = { tenant, ...(authorization !== undefined && { authorization }) };
  const authorized = anApiEvent({ headers, claims: { ...hostileClaims, iss: issuer.issuer, exp: String(now + hour) } });
  const direct = anApiEvent({ headers });
  return {
    director: await outcome(directorContext(authorized, { admit, authenticateUser } as unknown as DirectorDeps).then(({ actor }) => actor)),
    provisioner: await outcome(
      provisionerContext(authorized, { admit, authenticateUser } as unknown as ProvisionerDeps).then(({ actor }) => actor),
    ),
    connector: await outcome(requireUser(connectorContext(direct, { admit, authenticateUser } as unknown as ConnectorDeps))),
  };
}

async function agreed(authorization: string | undefined, tenant = 'T1') {
  const { director, provisioner, connector } = await outcomes(authorization, tenant);
  expect({ provisioner, connector }).toEqual({ provisioner: director, connector: director });
  if (typeof director === 'object') expect(await gateway(authorization)).toBeDefined();
  return director;
}

const viewer = roleScopes.viewer ?? [];
const ann = (scopes: readonly string[] = viewer, otherTenants: readonly string[] = []) => ({
  kind: 'user',
  id: 'ann',
  tenant: 'T1',
  otherTenants,
  scopes: new Set(scopes),
});

describe('Director, Connector and Provisioner make the same user of an access token', () => {
  it.each<[string, object, Header?]>([
    ['for our audience', {}],
    ['for several audiences', { aud: ['other', 'compass'] }],
    ['without audience, for our client', { aud: undefined, client_id: 'compass' }],
    ['for our audience and another client', { client_id: 'other' }],
    ['with the claim of an access token', { token_use: 'access' }],
    ['of the type of RFC 9068', {}, { typ: 'at+jwt' }],
    ['of that type in full, in capitals', {}, { typ: 'APPLICATION/AT+JWT' }],
    ['of the type of any token', {}, { typ: 'JWT' }],
    ['with one group that is no list', { 'cognito:groups': 'tenant/T1', scope: viewer.join(' ') }],
    ['with groups that are no strings', { 'cognito:groups': [{}, 7, null, ['tenant/T2'], 'tenant/T1', 'role/viewer'] }],
  ])('%s', async (_, payload, header) => {
    expect(await agreed(`Bearer ${await signed(payload, header)}`)).toEqual(ann());
  });

  it.each(['Bearer', 'bearer', 'BEARER', 'Bearer '])('after the scheme %j', async (scheme) => {
    expect(await agreed(`${scheme} ${await signed({})}`)).toEqual(ann());
  });

  it('with the other tenants of its groups, but for what cannot be a tenant', async () => {
    const groups = ['tenant/T2', 'tenant/T1', 'tenant/', 'tenant/a#b', 'tenant/T3 tenant/T4', 'role/viewer'];
    expect(await agreed(`Bearer ${await signed({ 'cognito:groups': groups })}`)).toEqual(ann(viewer, ['T2']));
  });
});

describe('a group is a whole string', () => {
  it.each<[string, unknown]>([
    ['with a comma', ['team,tenant/T2', 'tenant/T1']],
    ['with a comma and a blank', ['team, tenant/T2', 'tenant/T1']],
    ['with a blank', ['team tenant/T2', 'tenant/T1']],
    ['with a tab', ['team\ttenant/T2', 'tenant/T1']],
    ['with a line break', ['team\ntenant/T2', 'tenant/T1']],
    ['with a blank in front', [' tenant/T2', 'tenant/T1']],
    ['with a blank behind', ['tenant/T2 ', 'tenant/T1']],
    ['in brackets', ['[tenant/T2]', 'tenant/T1']],
    ['in other case', ['Tenant/T2', 'tenant/t2', 'tenant/T1']],
    ['in a list of its own', [['tenant/T2'], 'tenant/T1']],
    ['that is several in one text', 'tenant/T1 tenant/T2'],
    ['that looks like a list in a text', '[tenant/T2]'],
    ['that does not exist', undefined],
  ])('and one %s lets nobody into a tenant', async (_, groups) => {
    expect(await agreed(`Bearer ${await signed({ 'cognito:groups': groups })}`, 'T2')).toBe('TenantNotFound');
  });

  it.each([
    'x,role/operator',
    'x, role/operator',
    'x role/operator',
    ' role/operator',
    'role/operator ',
    '[role/operator]',
    'Role/operator',
    'role/',
    'role/unknown',
    'role/constructor',
    'role/__proto__',
    'role/toString',
    'role/hasOwnProperty',
  ])('and %j gives no role', async (group) => {
    expect(await agreed(`Bearer ${await signed({ 'cognito:groups': ['tenant/T1', group] })}`)).toEqual(ann([]));
  });
});

describe('scopes are what stands between single spaces', () => {
  it.each<[unknown, string[]]>([
    ['application:read', ['application:read']],
    ['compass/application:write runtime:write', ['application:write', 'runtime:write']],
    ['application:read  runtime:read', ['application:read', 'runtime:read']],
    ['application:read,runtime:read', ['application:read,runtime:read']],
    ['application:read\truntime:read', ['application:read\truntime:read']],
    ['[application:read runtime:read]', ['[application:read', 'runtime:read]']],
    [
      ['application:read', 'runtime:read'],
      ['application:read', 'runtime:read'],
    ],
    [['application:read runtime:read'], ['application:read runtime:read']],
    [['application:read', 7, null, ['runtime:read']], ['application:read']],
    ['other/application:write compassx/application:write compass/other/runtime:write compass/ /', []],
    [{ 'application:read': true }, []],
    ['', []],
  ])('so that %j gives %j', async (scope, given) => {
    expect(await agreed(`Bearer ${await signed({ scope, 'cognito:groups': ['tenant/T1'] })}`)).toEqual(ann(given));
  });
});

describe('Director, Connector and Provisioner refuse a token', () => {
  it.each<[string, object, Header?]>([
    ['for another audience', { aud: 'other' }],
    ['for another audience and our client', { aud: 'other', client_id: 'compass' }],
    ['for an audience that contains ours', { aud: 'other compass' }],
    ['for an audience that contains ours and a comma', { aud: 'other,compass' }],
    ['for audiences of which one contains ours', { aud: ['other compass', 'compass '] }],
    ['for our audience in brackets', { aud: '[compass]' }],
    ['for our audience in capitals', { aud: 'COMPASS' }],
    ['for a list of lists of audiences', { aud: [['compass']] }],
    ['for no audience in a list', { aud: [], client_id: 'compass' }],
    ['for the audience null', { aud: null, client_id: 'compass' }],
    ['for no audience', { aud: undefined }],
    ['of a client of ours', { aud: undefined, client_id: '5c1ient', token_use: 'access', scope: 'compass/application:read' }],
    ['for several clients', { aud: undefined, client_id: ['compass'] }],
    ['that is an ID token', { token_use: 'id' }],
    ['for refreshing others', { token_use: 'refresh' }],
    ['that names several uses', { token_use: ['access'] }],
    ['with the hash of an access token, as ID tokens have it', { at_hash: 'x' }],
    ['with the hash of a code, as ID tokens have it', { c_hash: 'x' }],
    ['of the type of logout tokens', {}, { typ: 'logout+jwt' }],
    ['of the type of security events', {}, { typ: 'secevent+jwt' }],
    ['of the type of DPoP proofs', {}, { typ: 'dpop+jwt' }],
    ['of the empty type', {}, { typ: '' }],
    ['of the type of RFC 9068 without audience', { aud: undefined, client_id: 'compass' }, { typ: 'at+jwt' }],
    ['that has expired', { exp: now - 1 }],
    ['that never expires', { exp: undefined }],
    ['that expires in words', { exp: 'never' }],
    ['that expires at a number in a text', { exp: String(now + hour) }],
    ['that is not valid yet', { nbf: now + hour }],
    ['of another issuer', { iss: 'https://elsewhere.test' }],
    ['of several issuers', { iss: ['https://elsewhere.test'] }],
    ['of nobody', { sub: undefined }],
    ['of a subject that is empty', { sub: '' }],
    ['of a subject that is no text', { sub: 7 }],
  ])('%s', async (_, payload, header) => {
    expect(await agreed(`Bearer ${await signed(payload, header)}`)).toBe('Unauthorized');
  });

  it('that another key signed, or one that gateways do not know', async () => {
    expect(await agreed(`Bearer ${await signed({}, { key: keys.foreign })}`)).toBe('Unauthorized');
    expect(await agreed(`Bearer ${await signed({}, { kid: 'unknown' })}`)).toBe('Unauthorized');
    expect(await agreed(`Bearer ${await signed({}, { key: keys.ec, alg: 'ES256', kid: 'ec' })}`)).toBe('Unauthorized');
  });

  it('that was changed, is not signed, or signed with a secret', async () => {
    const [header, body, signature] = (await signed({})).split('.');
    expect(await agreed(`Bearer ${header}.${encoded({ ...usual(), sub: 'bob' })}.${signature}`)).toBe('Unauthorized');
    expect(await agreed(`Bearer ${header}.${body}.`)).toBe('Unauthorized');
    expect(await agreed(`Bearer ${encoded({ alg: 'none' })}.${body}.`)).toBe('Unauthorized');
    const symmetric = new SignJWT(usual()).setProtectedHeader({ alg: 'HS256', kid: 'rsa' }).sign(Buffer.alloc(32));
    expect(await agreed(`Bearer ${await symmetric}`)).toBe('Unauthorized');
  });

  it('that comes without the scheme, twice, or not at all', async () => {
    const token = await signed({});
    for (const header of [
      token,
      `Basic ${token}`,
      `Bearer ${token},Bearer ${token}`,
      `Bearer${token}`,
      'Bearer',
      'Bearer ',
      '',
      undefined,
    ]) {
      expect(await agreed(header)).toBe('Unauthorized');
    }
  });
});
