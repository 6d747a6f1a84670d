import { randomUUID, X509Certificate } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publishTruststore } from '#functions/truststore-publisher/publish-truststore.ts';
import { publishedCertificates } from '#functions/truststore-publisher/published-certificates.ts';
import { kmsAuthority } from '#shared/aws/authorities/kms-authority.ts';
import { kmsSigningKey } from '#shared/aws/authorities/kms-signing-key.ts';
import { fingerprintOf } from '#shared/certificates/certificate-identity.ts';
import { listUrl } from '#test/support/client-certificates.ts';
import { type ConnectorWorld, decode, startConnector } from '#test/support/connector-world.ts';
import { aCsr, subjectOf } from '#test/support/csr-builder.ts';
import { type KmsEngine, keyId, kmsEngine } from '#test/support/kms-engine.ts';
import { type ObjectStore, startObjectStore } from '#test/support/object-store.ts';

const nextKeyId = keyId.replace(/test$/, 'next');

let store: ObjectStore;
let connector: ConnectorWorld;
let engine: KmsEngine;
let bucket: string;

beforeAll(async () => {
  store = await startObjectStore();
  connector = await startConnector();
});

beforeEach(async () => {
  engine = kmsEngine();
  engine.addKey(nextKeyId);
  bucket = `truststore-${randomUUID()}`;
  await store.client.send(new CreateBucketCommand({ Bucket: bucket }));
});

afterEach(() => engine.restore());

afterAll(async () => {
  await connector.stop();
  await store.stop();
});

const keyOf = (id: string) => kmsSigningKey(engine.client, id);
const truststore = () => ({ objects: store.client, bucket, key: 'truststore.pem' });
const anchors = { certificates: () => publishedCertificates(truststore()) };

/** Deploys these authorities; the Connector then signs with the first. */
async function deploy(keyIds: readonly string[], distrusted: readonly string[] = []) {
  const clock = () => new Date();
  const authorities = keyIds.map((id) => kmsAuthority(keyOf(id), anchors, listUrl));
  await publishTruststore({ ...truststore(), authorities, distrusted, clock });
  return { authority: kmsAuthority(keyOf(keyIds[0] ?? ''), anchors, listUrl), anchors };
}

type Deployed = Awaited<ReturnType<typeof deploy>>;

async function rootOf(id: string): Promise<X509Certificate> {
  const publicKey = await keyOf(id).publicKey();
  const root = (await anchors.certificates()).find((certificate) => certificate.publicKey.equals(publicKey));
  if (!root) throw new Error(`no root of ${id} is published`);
  return root;
}

interface Client {
  readonly token: string;
  readonly csr: string;
  readonly certificate: string;
  readonly issuer: X509Certificate;
}

async function pair(deployed: Deployed): Promise<Client> {
  const { token, authId } = await connector.invite();
  const csr = (await aCsr({ name: subjectOf(authId) })).encoded;
  return { token, csr, ...received(await connector.sign(token, csr, deployed)) };
}

function received({ data, error }: Awaited<ReturnType<ConnectorWorld['sign']>>) {
  if (error) throw new Error(error);
  const [certificate, issuer] = [decode(data.result.clientCertificate), new X509Certificate(decode(data.result.caCertificate))];
  expect(new X509Certificate(certificate).verify(issuer.publicKey)).toBe(true);
  return { certificate, issuer };
}

/** Renews a client's certificate, if its present one is accepted. */
const renew = ({ certificate, csr }: Client, deployed: Deployed) =>
  connector.call(
    'mutation ($csr: String!) { result: signCertificateSigningRequest(csr: $csr) { caCertificate clientCertificate } }',
    { certificate, variables: { csr } },
    deployed,
  );

describe('the rotation of the certificate authority', () => {
  it('loses no client on any of its steps, and ends with the new root alone', async () => {
    const before = await deploy([keyId]);
    const old = await pair(before);

    const announced = await deploy([keyId, nextKeyId]);
    const [oldRoot, newRoot] = [await rootOf(keyId), await rootOf(nextKeyId)];
    expect((await pair(announced)).issuer.fingerprint256).toBe(oldRoot.fingerprint256);
    expect((await renew(old, announced)).error).toBeUndefined();

    const switched = await deploy([nextKeyId, keyId]);
    expect((await anchors.certificates()).map(fingerprintOf)).toEqual([newRoot, oldRoot].map(fingerprintOf));
    const young = await pair(switched);
    expect(young.issuer.fingerprint256).toBe(newRoot.fingerprint256);
    const last = await pair(before);
    expect(received(await renew(last, switched)).issuer.fingerprint256).toBe(newRoot.fingerprint256);

    const ended = await deploy([nextKeyId], [fingerprintOf(oldRoot)]);
    expect((await anchors.certificates()).map(fingerprintOf)).toEqual([fingerprintOf(newRoot)]);
    expect((await renew(young, ended)).error).toBeUndefined();
    expect((await renew(last, ended)).error).toBe('CertificateInvalid: the client certificate was not issued here');
  });

  it('answers a repeated request with the issuer of the certificate it gave, though another one issues now', async () => {
    const client = await pair(await deploy([keyId]));
    const switched = await deploy([nextKeyId, keyId]);
    const again = received(await connector.sign(client.token, client.csr, switched));
    expect(again.certificate.trim()).toBe(client.certificate.trim());
    expect(again.issuer.fingerprint256).toBe(client.issuer.fingerprint256);
  });

  it('keeps the old root when the deployment forgets its key: only a fingerprint takes it out', async () => {
    const client = await pair(await deploy([keyId]));
    const careless = await deploy([nextKeyId]);
    expect((await renew(client, careless)).error).toBeUndefined();
  });

  it('gives no certificate by a key whose root is not trusted yet', async () => {
    await deploy([keyId]);
    const { token, authId } = await connector.invite();
    const early = { authority: kmsAuthority(keyOf(nextKeyId), anchors, listUrl), anchors };
    const csr = (await aCsr({ name: subjectOf(authId) })).encoded;
    expect((await connector.sign(token, csr, early)).error).toMatch(/Internal/);
    expect((await connector.sign(token, csr, await deploy([keyId, nextKeyId]))).error).toBeUndefined();
  });
});
