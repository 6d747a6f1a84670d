import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { dataFolder } from '#local/data-folder.ts';
import { storedLocalIssuer } from '#local/identity/local-issuer.ts';
import { administrator, type Headers, ok, post, postSecurely } from '#test/support/clients.ts';
import { pair } from '#test/support/pairing.ts';
import { aPaired, register } from '#test/support/registered.ts';

const system = inject('system');
const [own = '', foreign = ''] = system.tenants;

const kinds = [
  {
    kind: 'Application',
    viewer: 'APPLICATION',
    mutation: (id: string) => `mutation { result: generateApplicationToken(appID: "${id}") { token } }`,
  },
  {
    kind: 'Runtime',
    viewer: 'RUNTIME',
    mutation: (id: string) => `mutation { result: generateRuntimeToken(runtimeID: "${id}") { token } }`,
  },
] as const;

async function tokenOf(request: { tenant: string; scopes?: string; role?: string; expiresInSeconds?: number }): Promise<string> {
  const issuer = await storedLocalIssuer(dataFolder(inject('dataFolder')).issuer);
  return issuer?.mint({ expiresInSeconds: 3600, ...request }) ?? expect.fail('the system has no issuer');
}

describe.each(kinds)('a token that an administrator asks for a $kind', ({ kind, viewer, mutation }) => {
  const ask = (id: string, headers: Headers) => post(system.connectorUrl, mutation(id), undefined, headers);
  const { headers } = administrator(system);

  it('pairs it', async () => {
    const id = await register(system, kind);
    const paired = await pair(system, ok(await ask(id, headers)).result.token);
    expect(ok(await postSecurely(system, system.mtlsDirectorUrl, paired, '{ viewer { id type } }')).viewer).toEqual({ id, type: viewer });
  });

  it('is not given for ids of another tenant, which look like ids that do not exist', async () => {
    const [others, nobody] = [await register(system, kind, foreign), randomUUID()];
    const answers = [];
    for (const id of [others, nobody]) {
      const { status, data, errors } = await ask(id, headers);
      answers.push(JSON.stringify({ status, data, errors }).replaceAll(id, 'ID'));
    }
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain(`Object not found [ID=ID; object=${kind.toLowerCase()}]`);
  });

  it('is not given without a bearer token, or with one that is none of ours', async () => {
    const id = await register(system, kind);
    const expired = await tokenOf({ tenant: own, role: 'admin', expiresInSeconds: -60 });
    for (const authorization of [undefined, 'Bearer x', `Bearer ${expired}`, headers.authorization.slice(0, -8)]) {
      const { errors } = await ask(id, { tenant: own, ...(authorization && { authorization }) });
      expect(errors).toMatchObject([{ extensions: { error_code: 26, error: 'Unauthorized' } }]);
    }
  });

  it('is not given to an administrator of another tenant', async () => {
    const id = await register(system, kind);
    const other = administrator(system, foreign).headers.authorization;
    expect((await ask(id, { authorization: other, tenant: own })).errors).toMatchObject([
      { extensions: { error_code: 25, error: 'TenantNotFound' } },
    ]);
    expect((await ask(id, { authorization: other, tenant: foreign })).errors).toMatchObject([{ extensions: { error: 'NotFound' } }]);
    expect((await ask(id, { authorization: headers.authorization })).errors).toMatchObject([
      { extensions: { error_code: 24, error: 'TenantRequired' } },
    ]);
  });

  it('needs the scope to write', async () => {
    const id = await register(system, kind);
    const needed = `${kind.toLowerCase()}:write`;
    const attempt = async (given: { scopes?: string; role?: string }) =>
      ask(id, { authorization: `Bearer ${await tokenOf({ tenant: own, ...given })}`, tenant: own });
    expect((await attempt({ role: 'viewer' })).errors).toMatchObject([
      { message: expect.stringContaining(`required=${needed}`), extensions: { error_code: 23 } },
    ]);
    expect((await attempt({ scopes: `${kind.toLowerCase()}:read` })).errors).toMatchObject([
      { extensions: { error: 'InsufficientScopes' } },
    ]);
    expect((await attempt({ scopes: needed })).errors).toEqual([]);
  });

  it('is not given to the holder of a certificate', async () => {
    const paired = await aPaired(system, kind);
    const { errors } = await postSecurely(system, system.mtlsConnectorUrl, paired, mutation(paired.id));
    expect(errors).toMatchObject([{ extensions: { error: 'Unauthorized' } }]);
  });
});
