import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days, later, minutes } from '#shared/core/clock.ts';
import { issueTokenForReturn, reissueOneTimeToken } from '#shared/pairing/reissue-one-time-token.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import { type ConnectorWorld, decode, startConnector } from '#test/support/connector-world.ts';
import { aCsr, subjectOf } from '#test/support/csr-builder.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const reissue = (owner: Owner, authId: string) => reissueOneTimeToken(owner, authId, 'user/admin', connector.deps);

/** The certificate that a token is turned into. */
async function certificateFor(token: string, authId: string): Promise<X509Certificate> {
  const { encoded } = await aCsr({ name: subjectOf(authId) });
  const { data, error } = await connector.sign(token, encoded);
  if (error) throw new Error(error);
  return new X509Certificate(decode(data.result.clientCertificate));
}

describe('a further token for a System Auth', () => {
  it('brings its holder back under the same name when its certificate has expired', async () => {
    const { owner, authId, certificate } = await connector.pair('runtime');
    connector.pass(days(8));
    const { token } = await reissue(owner, authId);
    const next = await certificateFor(token, authId);
    expect(next.subject).toBe(new X509Certificate(certificate).subject);
    const auths = await connector.deps.auths.listByOwner(owner);
    expect(auths.map(({ id, certificate: latest }) => [id, latest?.generation])).toEqual([[authId, 2]]);
  });

  it('takes the place of a token that died, and of one that was not used', async () => {
    const { owner, authId, token: unused } = await connector.invite('runtime');
    const { token } = await reissue(owner, authId);
    expect((await connector.configuration(unused)).error).toMatch(/^TokenInvalid/);
    connector.pass(minutes(61));
    expect((await connector.configuration(token)).error).toMatch(/^TokenInvalid/);
    const again = await reissue(owner, authId);
    expect((await certificateFor(again.token, authId)).subject).toContain(authId);
  });

  it('does not bring back a certificate that was revoked', async () => {
    const { owner, authId } = await connector.pair('runtime');
    const before = await connector.deps.auths.find(owner, authId);
    const presented = before?.certificate ?? expect.fail();
    await connector.deps.auths.revoke(before ?? expect.fail(), presented, connector.deps.clock());
    await certificateFor((await reissue(owner, authId)).token, authId);
    const after = await connector.deps.auths.find(owner, authId);
    expect(after?.revoked).toHaveProperty(presented.fingerprint);
    expect(after?.certificate?.fingerprint).not.toBe(presented.fingerprint);
  });

  it('lets a pairing that was not completed live on', async () => {
    const { owner, authId } = await connector.invite('runtime');
    const expiry = async () =>
      JSON.parse(await connector.stored()).find(({ sk }: { sk: string }) => sk === `AUTH#${authId}`).expiresAt as number;
    const before = await expiry();
    connector.pass(minutes(30));
    await reissue(owner, authId);
    expect(await expiry()).toBeGreaterThan(before);
  });

  it('is good for the key only that it was asked for', async () => {
    const { owner, authId } = await connector.pair('runtime');
    const { token } = await reissueOneTimeToken(owner, authId, 'user/admin', connector.deps, 'A'.repeat(43));
    await expect(certificateFor(token, authId)).rejects.toThrow(/key/);
    expect(await certificateFor((await reissue(owner, authId)).token, authId)).toBeDefined();
  });

  it('is refused for what is not there and for what belongs to another, alike', async () => {
    const [own, other] = [await connector.invite('runtime'), await connector.invite('runtime')];
    await expect(reissue(own.owner, other.authId)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(reissue(own.owner, own.owner.id)).rejects.toMatchObject({
      code: 'NotFound',
      message: expect.stringContaining('systemAuth'),
    });
    expect((await connector.configuration(other.token)).error).toBeUndefined();
  });
});

it('an OAuth client gets no one-time token', async () => {
  const owner = await connector.register('runtime');
  const client = { ...aSystemAuth(owner), client: { clientId: 'client' }, token: undefined };
  await connector.deps.auths.insert(client);
  await expect(reissue(owner, client.id)).rejects.toMatchObject({
    code: 'InvalidOperation',
    message: expect.stringContaining('OAuth client'),
  });
});

describe('a token to come back with', () => {
  it('is one of the System Auth that was in use last', async () => {
    const { owner, authId } = await connector.pair('runtime');
    await connector.invite('runtime', owner);
    const auth = await connector.deps.auths.find(owner, authId);
    await connector.deps.auths.touch(auth ?? expect.fail(), connector.deps.clock().toISOString());
    expect((await issueTokenForReturn(owner, { kind: 'user', id: 'admin' }, connector.deps)).authId).toBe(authId);
  });

  it.each([
    ['was used last', [minutes(2), minutes(1)], 0],
    ['was used last, whichever was paired first', [minutes(1), minutes(2)], 1],
    ['was used, if the other one never was', [minutes(1), undefined], 0],
    ['was used, whichever was paired first', [undefined, minutes(1)], 1],
  ])('is one of the two System Auths that %s', async (_, used, expected) => {
    const first = await connector.pair('runtime');
    const second = await connector.pairAgain(first);
    for (const [index, { authId }] of [first, second].entries()) {
      const [auth, at] = [await connector.deps.auths.find(first.owner, authId), used[index]];
      if (auth && at !== undefined) await connector.deps.auths.touch(auth, later(connector.deps.clock(), at).toISOString());
    }
    const { authId } = await issueTokenForReturn(first.owner, { kind: 'user', id: 'admin' }, connector.deps);
    expect(authId).toBe([first, second][expected]?.authId);
  });

  it('is always one of the same where neither was ever used', async () => {
    const first = await connector.pair('runtime');
    const second = await connector.pairAgain(first);
    const { authId } = await issueTokenForReturn(first.owner, { kind: 'user', id: 'admin' }, connector.deps);
    expect(authId).toBe([first.authId, second.authId].sort().at(-1));
  });

  it('is one of a new System Auth where none had a certificate', async () => {
    const { owner, authId } = await connector.invite('runtime');
    expect((await issueTokenForReturn(owner, { kind: 'user', id: 'admin' }, connector.deps)).authId).not.toBe(authId);
  });
});
