import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { dataFolder } from '#local/data-folder.ts';
import { storedLocalIssuer } from '#local/identity/local-issuer.ts';
import { administrator, type Data, type Headers, post } from '#test/support/clients.ts';

const system = inject('system');
const admin = administrator(system);
const refusal = async (query: string, variables?: object) => (await admin.attempt(system.directorUrl, query, variables)).errors[0];
const token = (...given: string[]) =>
  execFileSync('node', ['scripts/token.ts', '--data-dir', inject('dataFolder'), '--tenant', admin.tenant, ...given])
    .toString()
    .trim();

describe('an object that does not exist', () => {
  it('is null for a query and NotFound for a mutation', async () => {
    const id = randomUUID();
    const answer = await admin.attempt(
      system.directorUrl,
      `{ application(id: "${id}") { id } runtime(id: "${id}") { id } formation(id: "${id}") { id } formationByName(name: "${id}") { id } }`,
    );
    expect(answer).toMatchObject({
      status: 200,
      errors: [],
      data: { application: null, runtime: null, formation: null, formationByName: null },
    });
    expect(await refusal(`mutation { unregisterRuntime(id: "${id}") { id } }`)).toMatchObject({
      message: `Object not found [ID=${id}; object=runtime]`,
      path: ['unregisterRuntime'],
      extensions: { error_code: 20, error: 'NotFound' },
    });
  });
});

describe('a name', () => {
  const register = (name: string) =>
    admin.attempt(system.directorUrl, 'mutation ($name: String!) { registerApplication(in: { name: $name }) { id } }', { name });

  it('is taken for everything that normalises to the same', async () => {
    const name = `shop-${randomUUID()}`;
    expect((await register(name)).errors).toEqual([]);
    for (const same of [name, name.toUpperCase(), `mp-${name}`, name.replaceAll('-', '_')]) {
      expect((await register(same)).errors).toMatchObject([
        { message: 'Object name is not unique [object=application]', extensions: { error_code: 31, error: 'NotUniqueName' } },
      ]);
    }
  });

  it('goes to one of those who ask for it at once', async () => {
    const name = `raced-${randomUUID()}`;
    const answers = await Promise.all(Array.from({ length: 12 }, () => register(name)));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.error)))).toEqual(new Set(['NotUniqueName']));
    const found = await admin.director(`{ applications(filter: [{ key: "name", query: "\\"mp-${name}\\"" }]) { totalCount } }`);
    expect(found.applications.totalCount).toBe(1);
  });
});

describe('invalid data', () => {
  it('is refused with the names of the fields', async () => {
    expect(await refusal('mutation { registerRuntime(in: { name: "not a name" }) { id } }')).toMatchObject({
      message: expect.stringMatching(/^Invalid data RuntimeRegisterInput \[name=.+\]$/),
      extensions: { error_code: 22, error: 'InvalidData' },
    });
    const text = 'x'.repeat(2001);
    expect(
      await refusal('mutation ($t: String) { registerApplication(in: { name: "", description: $t }) { id } }', { t: text }),
    ).toMatchObject({
      message: expect.stringMatching(/^Invalid data ApplicationRegisterInput \[description=.+; name=cannot be blank\]$/),
    });
  });

  it.each([
    ['labels that are no object', 'registerApplication(in: { name: "a", labels: ["x"] })'],
    ['a label that cannot be called so', 'registerApplication(in: { name: "a", labels: { ä: 1 } })'],
    ['webhooks without URL', 'registerApplication(in: { name: "a", webhooks: [{ type: CONFIGURATION_CHANGED }] })'],
    ['a health check that is no URL', 'registerApplication(in: { name: "a", healthCheckURL: "x" })'],
  ])('is %s', async (_, mutation) => {
    expect(['InvalidData', 'BadRequest']).toContain((await refusal(`mutation { ${mutation} { id } }`))?.extensions?.error);
  });
});

describe('a caller without the scope', () => {
  const reader = { authorization: `Bearer ${token('--scopes', 'application:read')}`, tenant: admin.tenant };
  const ask = (query: string) => post(system.directorUrl, query, undefined, reader);

  it('is refused in the words that existing clients look for', async () => {
    const { status, errors } = await ask('mutation { registerApplication(in: { name: "x" }) { id } }');
    expect(status).toBe(200);
    expect(errors).toMatchObject([
      {
        message: 'insufficient scopes provided [actual=application:read; required=application:write]',
        extensions: { error_code: 23, error: 'InsufficientScopes' },
      },
    ]);
  });

  it('still gets what its scopes allow, and null for fields that need more', async () => {
    const { result } = await admin.director(`mutation { result: registerApplication(in: { name: "scoped-${randomUUID()}",
      webhooks: [{ type: CONFIGURATION_CHANGED, url: "https://example.com" }],
      bundles: [{ name: "b", defaultInstanceAuth: { credential: { basic: { username: "u", password: "p" } } } }] }) { id } }`);
    await admin.director(`mutation { requestOneTimeTokenForApplication(id: "${result.id}") { token } }`);
    const { data, errors } = await ask(`{ application(id: "${result.id}") { id webhooks { id }
      auths { id auth { oneTimeToken { used } } } bundles { data { defaultInstanceAuth { credential { __typename } } instanceAuths { id } } } } }`);
    expect(errors).toEqual([]);
    expect(data.application).toEqual({
      id: result.id,
      webhooks: null,
      auths: [{ id: expect.any(String), auth: null }],
      bundles: { data: [{ defaultInstanceAuth: null, instanceAuths: null }] },
    });
  });

  it('gets InsufficientScopes for every operation but viewer', async () => {
    const issuer = await storedLocalIssuer(dataFolder(inject('dataFolder')).issuer);
    const minted = await issuer?.mint({ tenant: admin.tenant, role: 'nobody', expiresInSeconds: 60 });
    const nobody = { authorization: `Bearer ${minted}`, tenant: admin.tenant };
    const { data, errors } = await post(system.directorUrl, '{ viewer { type } applications { totalCount } }', undefined, nobody);
    expect(data).toEqual({});
    expect(errors).toMatchObject([{ path: ['applications'], extensions: { error_code: 23 } }]);
    expect((await post(system.directorUrl, '{ viewer { type } }', undefined, nobody)).data).toEqual({ viewer: { type: 'USER' } });
  });
});

describe('the tenant of a user', () => {
  const { authorization } = admin.headers;
  const [, other = ''] = system.tenants;

  it.each<[string, Headers, number, string]>([
    ['no Tenant header', { authorization }, 24, 'TenantRequired'],
    ['an empty Tenant header', { authorization, tenant: '' }, 24, 'TenantRequired'],
    ['a tenant that does not exist', { authorization, tenant: randomUUID() }, 25, 'TenantNotFound'],
    ['a tenant of others', { authorization, tenant: other }, 25, 'TenantNotFound'],
    ['a tenant that cannot be one', { authorization, tenant: 'a#b' }, 25, 'TenantNotFound'],
  ])('is refused with status 400, in the form of GraphQL, for %s', async (_, headers, number, error) => {
    const answer = await fetch(system.directorUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ data: null, errors: [{ extensions: { error_code: number, error } }] });
  });

  it('does not depend on the case of the header', async () => {
    const { status } = await post(system.directorUrl, '{ viewer { id } }', undefined, { authorization, TENANT: admin.tenant });
    expect(status).toBe(200);
  });

  it.each<[string, Headers]>([
    ['without a token', {}],
    ['with a broken token', { authorization: `${authorization}x` }],
    ['with a token that nobody signed', { authorization: unsigned(authorization) }],
  ])('is not even looked at %s', async (_, headers) => {
    expect((await post(system.directorUrl, '{ viewer { id } }', undefined, { ...headers, tenant: admin.tenant })).status).toBe(401);
  });
});

function unsigned(authorization: string): string {
  const [, payload] = authorization.slice('Bearer '.length).split('.');
  return `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
}

describe('a request that is none', () => {
  const send = (body: string) =>
    fetch(system.directorUrl, { method: 'POST', headers: { 'content-type': 'application/json', ...admin.headers }, body });

  it('is refused when it is several', async () => {
    const answer = await send(JSON.stringify([{ query: '{ viewer { id } }' }]));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it('is refused with 413 beyond 16 MB, however it is packed', async () => {
    const body = gzipSync(JSON.stringify({ query: '{ viewer { id } }', variables: { padding: 'x'.repeat(16 * 1024 * 1024) } }));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', ...admin.headers };
    const answer = await fetch(system.directorUrl, { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ data: null, errors: [{ extensions: { error: 'BadRequest' } }] });
  });

  it('is refused with a thousand aliases, without a hint at the schema', async () => {
    const many = `{ ${Array.from({ length: 1000 }, (_, index) => `a${index}: viewer { id }`).join(' ')} }`;
    for (const query of [many, '{ viewr { id } }']) {
      const { errors, data } = (await (await send(JSON.stringify({ query }))).json()) as Data;
      expect(errors).toHaveLength(1);
      expect(errors[0].message).not.toContain('Did you mean');
      expect(errors[0].extensions).toEqual({ error_code: 400, error: 'BadRequest' });
      expect(data ?? null).toBeNull();
    }
  });
});
