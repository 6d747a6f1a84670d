import { webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutes } from '#shared/core/clock.ts';
import {
  type ConnectorWorld,
  configurationQuery,
  decode,
  signMutation,
  startConnector,
  tokenInvalid,
} from '#test/support/connector-world.ts';
import { aCsr, freshKeys, type KeyKind, privateKeyPem, subjectOf } from '#test/support/csr-builder.ts';
import { itWithOpenssl, opensslWith } from '#test/support/openssl.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const otherKey = 'CsrInvalid: Error while signing Certificate Signing Request: CSR: the one-time token is bound to another key.';

async function thumbprintOf({ publicKey }: webcrypto.CryptoKeyPair): Promise<string> {
  const der = await webcrypto.subtle.exportKey('spki', publicKey);
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', der)).toString('base64url');
}

/** A token for one key, with CSRs by its holder and by a thief. */
async function bound(kind: KeyKind = 'P-256') {
  const [keys, stolen] = [await freshKeys(kind), await freshKeys('P-256')];
  const { token, authId, owner } = await connector.invite('runtime', undefined, await thumbprintOf(keys));
  const [own, foreign] = [await aCsr({ name: subjectOf(authId), kind, keys }), await aCsr({ name: subjectOf(authId), keys: stolen })];
  return { token, authId, owner, own: own.encoded, foreign: foreign.encoded };
}

describe('a token that is bound to a key', () => {
  it.each<KeyKind>(['P-256', 'P-384', 'RSA 2048'])('leads to a certificate for it: %s', async (kind) => {
    const { token, own } = await bound(kind);
    const first = await connector.sign(token, own);
    expect(first.error).toBeUndefined();
    expect((await connector.sign(token, own)).data).toEqual(first.data);
  });

  it('is refused with any other, and not spent by that', async () => {
    const { token, own, foreign } = await bound();
    expect((await connector.sign(token, foreign)).error).toBe(otherKey);
    expect((await connector.sign(token, own)).error).toBeUndefined();
  });

  it('hands its bond on to the token it is turned into, however often', async () => {
    const { token, own, foreign } = await bound();
    const next = async (from: string) => (await connector.configuration(from)).data.result.token.token;
    const last = await next(await next(token));
    expect((await connector.sign(last, foreign)).error).toBe(otherKey);
    expect((await connector.sign(last, own)).error).toBeUndefined();
  });

  it('says so only while it is good', async () => {
    const [spent, expired, traded] = [await bound(), await bound(), await bound()];
    await connector.sign(spent.token, spent.own);
    await connector.configuration(traded.token);
    for (const { token, foreign } of [spent, traded]) expect((await connector.sign(token, foreign)).error).toBe(tokenInvalid);
    connector.pass(minutes(60));
    expect((await connector.sign(expired.token, expired.foreign)).error).toBe(tokenInvalid);
  });

  it('leaves renewals free to take a new key', async () => {
    const { token, authId, own, foreign } = await bound();
    const certificate = decode((await connector.sign(token, own)).data.result.clientCertificate);
    const { data } = await connector.call(configurationQuery, { certificate });
    expect((await connector.sign(data.result.token.token, foreign)).error).toBeUndefined();
    const another = await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') });
    expect((await connector.call(signMutation, { certificate, variables: { csr: another.encoded } })).error).toBeUndefined();
  });

  itWithOpenssl('is bound by the thumbprint that openssl computes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'compass-thumbprint-'));
    const keys = await freshKeys('P-256');
    await writeFile(join(folder, 'key.pem'), await privateKeyPem(keys));
    opensslWith('', folder, 'pkey', '-in', 'key.pem', '-pubout', '-outform', 'DER', '-out', 'public.der');
    const { text } = opensslWith('', folder, 'dgst', '-sha256', 'public.der');
    expect(Buffer.from(text.split('= ')[1] ?? '', 'hex').toString('base64url')).toBe(await thumbprintOf(keys));
    await rm(folder, { recursive: true });
  });
});
