import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseToken } from '#shared/pairing/one-time-token.ts';
import { type ConnectorWorld, startConnector } from '#test/support/connector-world.ts';
import { aCsr, subjectOf } from '#test/support/csr-builder.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const kinds = [
  { kind: 'application', mutation: 'generateApplicationToken', argument: 'appID', prefix: /^cmp_app_/ },
  { kind: 'runtime', mutation: 'generateRuntimeToken', argument: 'runtimeID', prefix: /^cmp_rt_/ },
] as const;

describe.each(kinds)('$mutation', ({ kind, mutation, argument, prefix }) => {
  const generate = (id: string, tenant: string | undefined, claims: object = {}, keyThumbprint?: string) =>
    connector.call(`mutation ($id: ID!, $key: String) { result: ${mutation}(${argument}: $id, keyThumbprint: $key) { token } }`, {
      variables: { id, key: keyThumbprint },
      headers: tenant === undefined ? {} : { Tenant: tenant },
      user: { 'cognito:groups': [`tenant/${tenant}`, 'role/admin'], ...claims },
    });
  const notFound = (id: string) => `NotFound: Object not found [ID=${id}; object=${kind}]`;

  it(`gives a token that pairs the ${kind}`, async () => {
    const { id, tenant } = await connector.register(kind);
    const { data } = await generate(id, tenant);
    expect(data.result.token).toMatch(prefix);
    const { data: configuration } = await connector.configuration(data.result.token);
    const { subject } = configuration.result.certificateSigningRequestInfo;
    const { encoded } = await aCsr({ name: subjectOf(subject.split('CN=')[1]) });
    expect((await connector.sign(configuration.result.token.token, encoded)).error).toBeUndefined();
  });

  it('binds the token to the key that is asked for, and takes no thumbprint that is none', async () => {
    const { id, tenant } = await connector.register(kind);
    const { data } = await generate(id, tenant, {}, 'A'.repeat(43));
    const { encoded } = await aCsr({ name: subjectOf(parseToken(data.result.token)?.authId ?? '') });
    expect((await connector.sign(data.result.token, encoded)).error).toMatch(/^CsrInvalid: .+ is bound to another key\.$/);
    for (const thumbprint of ['', 'A'.repeat(42), `${'A'.repeat(42)}B`, `${'A'.repeat(42)}=`, 'f'.repeat(64)]) {
      expect((await generate(id, tenant, {}, thumbprint)).error).toBe(
        'InvalidData: Invalid data OneTimeToken [keyThumbprint=must be the SHA-256 of a SubjectPublicKeyInfo as base64url]',
      );
    }
  });

  it('records who asked', async () => {
    const owner = await connector.register(kind);
    await generate(owner.id, owner.tenant);
    const [auth] = await connector.deps.auths.listByOwner(owner);
    expect(auth).toMatchObject({ changedBy: 'user/ann', version: 1, connected: false });
  });

  it('answers the ids of another tenant, of another kind and of no object alike', async () => {
    const own = await connector.register(kind);
    const foreign = await connector.register(kind);
    const otherKind = await connector.register(kind === 'application' ? 'runtime' : 'application', own.tenant);
    for (const id of [foreign.id, otherKind.id, randomUUID(), 'no-id', own.id.toUpperCase(), `${own.id}#`, '', ' ']) {
      expect(await generate(id, own.tenant)).toMatchObject({ status: 200, data: {}, error: notFound(id) });
    }
    expect(await connector.deps.auths.listByOwner(foreign)).toEqual([]);
  });

  it('needs a bearer token', async () => {
    const { id, tenant } = await connector.register(kind);
    const { error } = await connector.call(`mutation { ${mutation}(${argument}: "${id}") { token } }`, { headers: { tenant } });
    expect(error).toBe("Unauthorized: Failed to authenticate request. an administrator's bearer token is required");
  });

  it('is not for one-time tokens and certificates, not even of the owner itself', async () => {
    const { token, owner } = await connector.invite(kind);
    const { certificate } = await connector.pair(kind);
    for (const credential of [{ token }, { certificate }]) {
      const { error } = await connector.call(`mutation { ${mutation}(${argument}: "${owner.id}") { token } }`, credential);
      expect(error).toMatch(/^Unauthorized/);
    }
  });

  it('needs a tenant that the administrator belongs to', async () => {
    const [own, foreign] = [await connector.register(kind), await connector.register(kind)];
    expect((await generate(own.id, undefined)).error).toBe('TenantRequired: Tenant is required: name it in the header Tenant');
    const groups = { 'cognito:groups': [`tenant/${own.tenant}`, 'role/admin'] };
    expect((await generate(foreign.id, foreign.tenant, groups)).error).toBe(
      `TenantNotFound: Tenant not found [externalTenant=${foreign.tenant}]`,
    );
    expect((await generate(own.id, own.tenant, { exp: 1 })).error).toBe('Unauthorized: the bearer token is not valid');
  });

  it(`needs the scope ${kind}:write`, async () => {
    const { id, tenant } = await connector.register(kind);
    const withScope = (scope: string) => generate(id, tenant, { scope, 'cognito:groups': [`tenant/${tenant}`] });
    const other = kind === 'application' ? 'runtime:write' : 'application:write';
    expect((await withScope(`${kind}:read ${other}`)).error).toBe(
      `InsufficientScopes: insufficient scopes provided [actual=${[`${kind}:read`, other].sort().join(' ')}; required=${kind}:write]`,
    );
    expect((await withScope(`${kind}:write`)).error).toBeUndefined();
  });
});
