import { randomUUID, X509Certificate } from 'node:crypto';
import { GetPublicKeyCommand, SignCommand } from '@aws-sdk/client-kms';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kmsAuthority } from '#shared/aws/authorities/kms-authority.ts';
import { kmsRoot } from '#shared/aws/authorities/kms-root.ts';
import { kmsSigningKey } from '#shared/aws/authorities/kms-signing-key.ts';
import { checkCsr } from '#shared/certificates/csr.ts';
import { X509Certificate as ParsedCertificate } from '#shared/certificates/x509.ts';
import { days, later } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { aRoot, listUrl } from '#test/support/client-certificates.ts';
import { aCsr, csrPolicy, type KeyKind, subjectOf } from '#test/support/csr-builder.ts';
import { type KmsEngine, keyId, kmsEngine, spkiOf } from '#test/support/kms-engine.ts';

const clock = () => new Date();

async function anOrder(kind: KeyKind = 'P-256') {
  const authId = randomUUID();
  const { encoded } = await aCsr({ name: subjectOf(authId), kind });
  return {
    csr: await checkCsr(encoded, authId, csrPolicy),
    owner: { tenant: tenantId('tenant-1'), kind: 'application', id: randomUUID() } as const,
    notBefore: clock(),
    notAfter: later(clock(), days(7)),
  };
}

describe('the KMS authority', () => {
  let engine: KmsEngine;
  beforeEach(() => {
    engine = kmsEngine();
  });
  afterEach(() => engine.restore());

  async function start() {
    const key = kmsSigningKey(engine.client, keyId);
    const root = new X509Certificate(await kmsRoot(key, [], clock));
    engine.mock.resetHistory();
    return { root, authority: kmsAuthority(kmsSigningKey(engine.client, keyId), { certificates: async () => [root] }, listUrl) };
  }

  it('signs each certificate with one call, and asks for its public key once', async () => {
    const { authority } = await start();
    for (let count = 0; count < 3; count += 1) await authority.issue(await anOrder());
    expect(engine.mock.commandCalls(SignCommand)).toHaveLength(3);
    expect(engine.mock.commandCalls(GetPublicKeyCommand)).toHaveLength(1);
  });

  it('sends a digest, so that a large key of a client fits', async () => {
    const { authority, root } = await start();
    const { pem } = await authority.issue(await anOrder('RSA 4096'));
    expect(new X509Certificate(pem).verify(root.publicKey)).toBe(true);
    expect(engine.mock.commandCalls(SignCommand)[0]?.args[0].input.Message).toHaveLength(32);
  });

  it('asks for its public key again after a failure', async () => {
    const { authority, root } = await start();
    engine.mock
      .on(GetPublicKeyCommand)
      .rejectsOnce(new Error('throttled'))
      .resolves({ PublicKey: new Uint8Array(spkiOf(engine.publicKey)) });
    await expect(authority.issuers()).rejects.toThrow('throttled');
    expect(await authority.issuers()).toEqual([root.toString().trim()]);
  });

  it('gives no certificate whose signature does not hold', async () => {
    const { authority } = await start();
    const another = await aRoot('P-256');
    engine.mock.on(SignCommand).resolves({ Signature: new Uint8Array(new ParsedCertificate(another.anchor.raw).signature) });
    await expect(authority.issue(await anOrder())).rejects.toThrow(`the signature of KMS key ${keyId} is not valid`);
  });

  it.each([
    ['signature', SignCommand],
    ['public key', GetPublicKeyCommand],
  ])('says so when KMS gives no %s', async (what, command) => {
    const { authority } = await start();
    engine.mock.on(command as typeof SignCommand).resolves({});
    await expect(authority.issue(await anOrder())).rejects.toThrow(`KMS returned no ${what}`);
  });

  it('says so when the truststore has no certificate for its key', async () => {
    const { anchor } = await aRoot('P-256');
    const authority = kmsAuthority(kmsSigningKey(engine.client, keyId), { certificates: async () => [anchor] }, listUrl);
    await expect(authority.issue(await anOrder())).rejects.toThrow('the truststore holds no certificate for the key');
  });
});
