import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectorDeps } from '#functions/connector/deps.ts';
import { minutes } from '#shared/core/clock.ts';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import { type ConnectorWorld, decode, signMutation, startConnector, tokenInvalid } from '#test/support/connector-world.ts';
import { aCsr, freshKeys, subjectOf } from '#test/support/csr-builder.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const nextToken = async (token: string, key?: string) => {
  const { data, error } = await connector.configuration(token, key === undefined ? {} : { headers: { 'idempotency-KEY': key } });
  return error ?? data.result.token.token;
};

describe('a configuration whose answer was lost', () => {
  it('is answered again with the same token to the same idempotency key', async () => {
    const { token } = await connector.invite();
    const first = await nextToken(token, 'key');
    expect([await nextToken(token, 'key'), await nextToken(token, 'key')]).toEqual([first, first]);
  });

  it('is refused to another key, and to none', async () => {
    const { token } = await connector.invite();
    await nextToken(token, 'key');
    expect([await nextToken(token, 'other'), await nextToken(token, ''), await nextToken(token)]).toEqual(Array(3).fill(tokenInvalid));
  });

  it('is refused to an empty key, which is none', async () => {
    const { token } = await connector.invite();
    await nextToken(token, '');
    expect(await nextToken(token, '')).toBe(tokenInvalid);
  });

  it('is refused to a key that comes only with the repeat', async () => {
    const { token } = await connector.invite();
    await nextToken(token);
    expect(await nextToken(token, 'key')).toBe(tokenInvalid);
  });

  it('is answered again after the next token made its certificate, which it leads to again', async () => {
    const { token, authId } = await connector.invite();
    const { encoded } = await aCsr({ name: subjectOf(authId) });
    const [first] = [await connector.sign(await nextToken(token, 'key'), encoded)];
    const again = await connector.sign(await nextToken(token, 'key'), encoded);
    expect(again.data.result).toEqual(first.data.result);
  });

  it('is refused once the next token has expired or was traded in itself', async () => {
    const [expired, traded] = [await connector.invite(), await connector.invite()];
    await nextToken(expired.token, 'key');
    await nextToken(await nextToken(traded.token, 'key'), 'key');
    expect(await nextToken(traded.token, 'key')).toBe(tokenInvalid);
    connector.pass(minutes(5));
    expect(await nextToken(expired.token, 'key')).toBe(tokenInvalid);
  });

  it('is refused once the token was taken away', async () => {
    const { token, authId, owner } = await connector.invite();
    await nextToken(token, 'key');
    await connector.deps.auths.removeToken(owner, authId);
    expect(await nextToken(token, 'key')).toBe(tokenInvalid);
  });

  it('leads to a token that is not that of another pairing with the same key', async () => {
    const [one, other] = [await connector.invite(), await connector.invite()];
    expect(await nextToken(one.token, 'key')).not.toBe(await nextToken(other.token, 'key'));
  });
});

describe('a certificate whose answer was lost', () => {
  it('is given again for the same certificate signing request, while the token lives', async () => {
    const { token, csr, answer } = await connector.pair();
    connector.pass(minutes(4));
    expect((await connector.sign(token, csr.encoded)).data.result).toEqual(answer);
    connector.pass(minutes(1));
    expect((await connector.sign(token, csr.encoded)).error).toBe(tokenInvalid);
  });

  it('is given again without a signature of the authority', async () => {
    const { token, csr, answer } = await connector.pair();
    const issue = () => Promise.reject(new Error('asked for a signature'));
    const again = await connector.sign(token, csr.encoded, { authority: { ...connector.deps.authority, issue } });
    expect(again.data.result).toEqual(answer);
  });

  it('is given for the same request in another encoding', async () => {
    const { token, csr, answer } = await connector.pair();
    const windows = Buffer.from(csr.pem.replaceAll('\n', '\r\n')).toString('base64');
    expect((await connector.sign(token, windows)).data.result).toEqual(answer);
  });

  it('is given to no other request, not even for the same key', async () => {
    const { token, authId, csr } = await connector.pair();
    const resigned = await aCsr({ name: subjectOf(authId), keys: csr.keys });
    expect((await connector.sign(token, resigned.encoded)).error).toBe(tokenInvalid);
  });

  it('is not given again once it was renewed, least of all the renewed one for another key', async () => {
    const { token, authId, csr, certificate } = await connector.pair('runtime');
    const renewal = await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') });
    await connector.call(signMutation, { certificate, variables: { csr: renewal.encoded } });
    expect((await connector.sign(token, csr.encoded)).error).toBe(tokenInvalid);
  });

  it('is not given again once its owner was unregistered', async () => {
    const { token, csr, owner } = await connector.pair();
    await connector.unregister(owner);
    expect((await connector.sign(token, csr.encoded)).error).toBe(tokenInvalid);
  });
});

describe('an exchange that crashed', () => {
  type Step = (deps: ConnectorDeps) => Partial<ConnectorDeps>;
  const crash = () => Promise.reject(new Error('crashed'));
  const before: Record<string, Step> = {
    'before the token was reserved': ({ auths }) => ({ auths: { ...methodsOf(auths), reserveToken: crash } }),
    'after the token was reserved': ({ auths }) => ({
      auths: { ...methodsOf(auths), reserveToken: (...given) => auths.reserveToken(...given).then(crash) },
    }),
    'while the authority was signing': ({ authority }) => ({ authority: { ...authority, issue: crash } }),
    'after the authority had signed': ({ authority }) => ({
      authority: { ...authority, issue: (order) => authority.issue(order).then(crash) },
    }),
    'before the certificate was recorded': ({ auths }) => ({ auths: { ...methodsOf(auths), commitExchange: crash } }),
    'after the certificate was recorded': ({ auths }) => ({
      auths: { ...methodsOf(auths), commitExchange: (...given) => auths.commitExchange(...given).then(crash) },
    }),
  };

  it.each(Object.keys(before))('%s succeeds when it is repeated, and with no other key', async (moment) => {
    const { token, authId } = await connector.invite();
    const { encoded } = await aCsr({ name: subjectOf(authId) });
    const crashed = await connector.sign(token, encoded, before[moment]?.(connector.deps));
    expect(crashed.error).toMatch(/^InternalError: Internal Server Error \[errorID=/);
    const other = await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') });
    if (moment !== 'before the token was reserved') expect((await connector.sign(token, other.encoded)).error).toBe(tokenInvalid);
    const repeated = await connector.sign(token, encoded);
    expect(repeated.error).toBeUndefined();
    expect((await connector.sign(token, encoded)).data.result).toEqual(repeated.data.result);
    expect(
      (await connector.call('mutation { revokeCertificate }', { certificate: decode(repeated.data.result.clientCertificate) })).error,
    ).toBeUndefined();
  });

  it('has one certificate on record in the end, that which the caller got', async () => {
    const { token, authId, owner } = await connector.invite();
    const { encoded } = await aCsr({ name: subjectOf(authId) });
    await connector.sign(token, encoded, before['after the authority had signed']?.(connector.deps));
    const { data } = await connector.sign(token, encoded);
    const recorded = await connector.deps.auths.find(owner, authId);
    expect(recorded?.certificate).toMatchObject({ generation: 1, pem: decode(data.result.clientCertificate).trim() });
    expect(recorded?.certificate?.serialNumber).toBe(new X509Certificate(recorded?.certificate?.pem ?? '').serialNumber.toLowerCase());
  });
});

describe('an exchange whose System Auth changes while the authority signs', () => {
  type Found = Awaited<ReturnType<ConnectorDeps['auths']['commitExchange']>>;

  /** The error of an exchange whose record is never written, because the System Auth was found as `found` instead. */
  async function whenFoundAs(found: (reserved: SystemAuth) => Found) {
    const { token, authId } = await connector.invite();
    const { encoded } = await aCsr({ name: subjectOf(authId) });
    let commits = 0;
    const commitExchange = async (reserved: SystemAuth) => {
      commits += 1;
      return found(reserved);
    };
    const { error } = await connector.sign(token, encoded, { auths: { ...methodsOf(connector.deps.auths), commitExchange } });
    return { error, commits };
  }

  it.each<[string, (reserved: SystemAuth) => Found]>([
    ['it was deleted', () => undefined],
    ['its token was taken away', ({ token: _, ...rest }) => rest],
    ['its token is tied to another request', (auth) => ({ ...auth, token: auth.token && { ...auth.token, csrDigest: 'other' } })],
  ])('is refused when %s', async (_, found) => {
    expect(await whenFoundAs(found)).toEqual({ error: tokenInvalid, commits: 1 });
  });

  it('is given up after four attempts', async () => {
    const { error, commits } = await whenFoundAs((reserved) => reserved);
    expect([error?.split(':')[0], commits]).toEqual(['ConcurrentUpdate', 4]);
  });
});

/** The methods of a repository as an object of its own, for replacing one of them. */
function methodsOf(auths: ConnectorDeps['auths']): ConnectorDeps['auths'] {
  const names = Object.keys(auths) as (keyof typeof auths)[];
  return Object.fromEntries(names.map((name) => [name, auths[name]])) as unknown as ConnectorDeps['auths'];
}
