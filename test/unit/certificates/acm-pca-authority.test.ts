import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type ACMPCAClient,
  RequestAlreadyProcessedException,
  RequestFailedException,
  RequestInProgressException,
} from '@aws-sdk/client-acm-pca';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acmPcaClient } from '#shared/aws/acm-pca-client.ts';
import { acmPcaAuthority, clientTemplate } from '#shared/aws/authorities/acm-pca-authority.ts';
import { checkCsr } from '#shared/certificates/csr.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { acmPcaEngine, authorityArn } from '#test/support/acm-pca-engine.ts';
import { aRoot } from '#test/support/client-certificates.ts';
import { aCsr, csrPolicy, subjectOf } from '#test/support/csr-builder.ts';

const root = await aRoot();
const authId = randomUUID();
const owner = { tenant: tenantId('tenant-1'), kind: 'application', id: randomUUID() } as const;
const { encoded } = await aCsr({ name: subjectOf(authId) });
const order = {
  csr: await checkCsr(encoded, authId, csrPolicy),
  owner,
  notBefore: new Date('2030-01-01T00:00:00Z'),
  notAfter: new Date('2030-04-01T00:00:00Z'),
};

const authorityBy = (client: ACMPCAClient, revocable = true) =>
  acmPcaAuthority({ client, arn: authorityArn, signingAlgorithm: 'SHA256WITHRSA', revocable });

/** Waits end as soon as nothing else is to be done, and the clock says that they lasted. */
function passTimeAtOnce(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setTimerTickMode('nextTimerAsync');
}

describe('an order', () => {
  let engine: ReturnType<typeof acmPcaEngine>;
  const authority = () => authorityBy(engine.client);
  beforeEach(() => {
    engine = acmPcaEngine(root);
  });
  afterEach(() => {
    engine.restore();
    vi.useRealTimers();
  });

  it('asks for an end-entity certificate for clients whose alternative name we set', async () => {
    await authority().issue(order);
    const { Csr, IdempotencyToken, ...asked } = engine.orders[0] ?? {};
    expect(asked).toEqual({
      CertificateAuthorityArn: authorityArn,
      SigningAlgorithm: 'SHA256WITHRSA',
      TemplateArn: clientTemplate,
      ValidityNotBefore: { Type: 'ABSOLUTE', Value: 1_893_456_000 },
      Validity: { Type: 'ABSOLUTE', Value: 1_901_232_000 },
      ApiPassthrough: {
        Extensions: { SubjectAlternativeNames: [{ UniformResourceIdentifier: `urn:compass:tenant-1:application:${owner.id}` }] },
      },
    });
    expect(Buffer.from(Csr ?? []).toString()).toBe(order.csr.pem);
  });

  it('that is repeated gets the same certificate, as its idempotency token follows from the request', async () => {
    const [first, second] = [await authority().issue(order), await authority().issue(order)];
    expect(second).toEqual(first);
    const tokens = new Set(engine.orders.map(({ IdempotencyToken }) => IdempotencyToken));
    expect([...tokens]).toEqual([order.csr.digest.slice(0, 36)]);
  });

  it('waits until the certificate is there', async () => {
    engine.pending = 3;
    passTimeAtOnce();
    expect((await authority().issue(order)).pem).toContain('BEGIN CERTIFICATE');
  });

  it('gives up before the gateway does', async () => {
    engine.pending = 1000;
    passTimeAtOnce();
    const started = Date.now();
    await expect(authority().issue(order)).rejects.toThrow(/timeout/i);
    expect(Date.now() - started).toBeLessThanOrEqual(23_000);
  });
});

describe('a revocation', () => {
  const revoked = { authorityId: 'ca', serialNumber: '4a3b2c', revokedAt: '2030-01-01T00:00:00Z', notAfter: '2030-04-01T00:00:00Z' };
  let engine: ReturnType<typeof acmPcaEngine>;
  const revoke = () => authorityBy(engine.client).revoke?.(revoked);
  beforeEach(() => {
    engine = acmPcaEngine(root);
  });
  afterEach(() => engine.restore());

  it('names the certificate by its serial number', async () => {
    await revoke();
    expect(engine.revocations).toEqual([
      { CertificateAuthorityArn: authorityArn, CertificateSerial: '4a3b2c', RevocationReason: 'CESSATION_OF_OPERATION' },
    ]);
  });

  it('that was done before is done', async () => {
    engine.refusals.push(new RequestAlreadyProcessedException({ message: 'already', $metadata: {} }));
    await expect(revoke()).resolves.toBeUndefined();
  });

  it.each([
    new RequestInProgressException({ message: 'in progress', $metadata: {} }),
    new RequestFailedException({ message: 'failed', $metadata: {} }),
  ])('fails with $name, so that its message comes again', async (refusal) => {
    engine.refusals.push(refusal);
    await expect(revoke()).rejects.toBe(refusal);
  });

  it('is not published by a short-lived authority', () => {
    expect(authorityBy(engine.client, false)).not.toHaveProperty('revoke');
  });
});

it('the authority asks again when ACM PCA throttles', async () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    const [status, body] =
      requests < 3 ? [400, { __type: 'ThrottlingException' }] : [200, { Certificate: root.certificate.toString('pem') }];
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL_ACM_PCA', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  const client = acmPcaClient();
  try {
    const issuers = await authorityBy(client).issuers();
    expect({ requests, issuers: issuers.length }).toEqual({ requests: 3, issuers: 1 });
  } finally {
    client.destroy();
    vi.unstubAllEnvs();
    server.close();
  }
});
