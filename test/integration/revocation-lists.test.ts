import { randomBytes, randomUUID, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveList } from '#functions/crl-endpoint/serve-list.ts';
import { revocationListObjects } from '#shared/aws/revocation-list-objects.ts';
import { localAuthority } from '#shared/certificates/authorities/local-authority.ts';
import { checkCsr } from '#shared/certificates/csr.ts';
import type { ListObjects } from '#shared/certificates/revocation/list-objects.ts';
import { publishRevocationList } from '#shared/certificates/revocation/publish-revocation-list.ts';
import { revocationPublisher } from '#shared/certificates/revocation/revocation-publisher.ts';
import type { RevocationRepository } from '#shared/certificates/revocation/revocation-repository.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import { X509Crl } from '#shared/certificates/x509.ts';
import { days, epochSeconds, later, minutes, systemClock } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { aBusEvent } from '#test/support/bus-events.ts';
import { aRoot, listUrl, type TestRoot } from '#test/support/client-certificates.ts';
import { aCsr, csrPolicy, subjectOf } from '#test/support/csr-builder.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { itWithOpenssl, openssl } from '#test/support/openssl.ts';
import { type Queues, startQueues, type TestQueue } from '#test/support/queues.ts';

const bucket = 'revocation-lists';
const notAfter = later(new Date(), days(7)).toISOString();

let dynamo: Dynamo;
let queues: Queues;
let queue: TestQueue;
let folder: string;
let file: string;
let root: TestRoot;
let revocations: RevocationRepository;
let objects: ListObjects;
let publisher: (event: SQSEvent) => Promise<SQSBatchResponse>;

beforeAll(async () => {
  [dynamo, queues, folder, root] = await Promise.all([startDynamo(), startQueues(), mkdtemp(join(tmpdir(), 'compass-crl-')), aRoot()]);
  queue = await queues.create('revocations', 3);
  file = join(folder, 'authority.pem');
  await writeFile(file, root.file, { mode: 0o600 });
  const access = { region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, forcePathStyle: true };
  const s3 = new S3Client({ endpoint: queues.endpoint, ...access });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  revocations = dynamoRevocations(dynamo.table);
  objects = revocationListObjects(bucket, s3);
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_S3: queues.endpoint,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    TABLE_NAME: dynamo.tableName,
    TRUSTSTORE_BUCKET: 'truststore',
    TRUSTSTORE_KEY: 'truststore.pem',
    CRL_BUCKET: bucket,
    CERTIFICATE_AUTHORITIES: JSON.stringify([{ kind: 'local', file }]),
  });
  const { handler } = await import('#functions/crl-publisher/handler.ts');
  publisher = (event) => handler(event, {} as Context);
});

afterAll(async () => {
  await Promise.all([dynamo.stop(), queues.stop(), rm(folder, { recursive: true })]);
});

const serial = (): string => `4${randomBytes(16).toString('hex').slice(1)}`;
const authorityId = (): string => authorityIdOf(root.anchor);

const revokedEvent = (serialNumber: string, issuer = authorityId()) =>
  aBusEvent(tenantId('acme'), 'CertificateRevoked', {
    authId: randomUUID(),
    ownerKind: 'runtime',
    ownerId: randomUUID(),
    fingerprint: 'ab'.repeat(32),
    serialNumber,
    issuer,
    notAfter,
    reason: 'REVOKED',
  });

async function revoke(...serialNumbers: string[]): Promise<SQSBatchResponse> {
  for (const serialNumber of serialNumbers) await queue.send(revokedEvent(serialNumber));
  return queue.feed(publisher);
}

/** Reads the list of an authority over the public API. */
const served = (name: string, headers: Record<string, string> = {}) =>
  serveList({ ...anApiEvent({ headers }), pathParameters: { list: name } }, { revocations, objects });

async function latestList(): Promise<X509Crl> {
  const { body = '' } = await served(`${authorityId()}.crl`);
  return new X509Crl(Buffer.from(body, 'base64'));
}

const serialsIn = (list: X509Crl): string[] => list.entries.map(({ serialNumber }) => serialNumber);

describe('a revocation', () => {
  it('is in the list that is served then, together with those before', async () => {
    const [first, second, third] = [serial(), serial(), serial()];
    expect(await revoke(first, second)).toEqual({ batchItemFailures: [] });
    await revoke(third);
    expect(serialsIn(await latestList())).toEqual(expect.arrayContaining([first, second, third]));
  });

  it('that is reported again changes nothing but the number of the list', async () => {
    const one = serial();
    await revoke(one);
    const before = await revocations.latest(authorityId());
    await revoke(one);
    expect(serialsIn(await latestList()).filter((found) => found === one)).toEqual([one]);
    expect((await revocations.latest(authorityId()))?.number).toBeGreaterThan(before?.number ?? 0);
  });

  it('shares its list with those that arrive in the same batch', async () => {
    const before = await revocations.reserveNumber(authorityId());
    await revoke(...Array.from({ length: 10 }, serial));
    expect((await revocations.reserveNumber(authorityId())) - before).toBeLessThan(6);
  });

  it('by an authority that the deployment does not have changes no list', async () => {
    await queue.send(revokedEvent(serial(), 'ef'.repeat(32)));
    expect(await queue.feed(publisher)).toEqual({ batchItemFailures: [] });
    expect(await revocations.listByAuthority('ef'.repeat(32))).toEqual([]);
  });

  it('stays on record for a week after the certificate has ended', async () => {
    const one = serial();
    await revoke(one);
    const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName: dynamo.tableName }));
    const item = Items.find(({ sk }) => sk === `REVOKED#${one}`);
    expect(item?.expiresAt).toBe(epochSeconds(later(new Date(notAfter), days(7))));
  });
});

describe('the publication of lists', () => {
  /** An authority of its own, so that its numbers begin anew. */
  let own: { authority: ReturnType<typeof localAuthority>; id: string };
  beforeEach(async () => {
    const another = await aRoot();
    const path = join(folder, `${randomUUID()}.pem`);
    await writeFile(path, another.file, { mode: 0o600 });
    own = { authority: localAuthority(path, listUrl), id: authorityIdOf(another.anchor) };
  });
  const deps = () => ({ revocations, objects, clock: systemClock });
  const aRevoked = () => ({ authorityId: own.id, serialNumber: serial(), revokedAt: new Date().toISOString(), notAfter });
  const listIn = async () => {
    const latest = await revocations.latest(own.id);
    return { number: latest?.number, serials: serialsIn(new X509Crl(await objects.get(latest ?? expect.fail('no list')))) };
  };

  it('by many processes at once ends with the list of the highest number, which lacks nothing', async () => {
    const processes = Array.from({ length: 12 }, () => revocationPublisher(own.authority, deps()));
    const revoked = processes.map(aRevoked);
    await Promise.all(processes.map((process, index) => process.publish(revoked[index] ?? aRevoked())));
    const { number, serials } = await listIn();
    expect(number).toBe(12);
    expect(serials.sort()).toEqual(revoked.map(({ serialNumber }) => serialNumber).sort());
  });

  itWithOpenssl('dates no entry later than the list, though that begins five minutes in the past', async () => {
    await revocations.record(aRevoked());
    const list = await publishRevocationList(own.authority, deps());
    await writeFile(join(folder, 'list.crl'), await objects.get(list));
    const shown = openssl(folder, 'crl', '-inform', 'DER', '-in', 'list.crl', '-noout', '-text').text;
    const dateOf = (label: string) => Date.parse(new RegExp(`${label}: (.+)`).exec(shown)?.[1] ?? '');
    expect(dateOf('Revocation Date')).toBe(dateOf('Last Update'));
  });

  it('that is overtaken by a later one does not take its place', async () => {
    const [early, late] = [aRevoked(), aRevoked()];
    const [reached, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const put: ListObjects['put'] = async (list, der) => {
      reached.resolve();
      await held.promise;
      await objects.put(list, der);
    };
    await revocations.record(early);
    const overtaken = publishRevocationList(own.authority, { ...deps(), objects: { ...objects, put } });
    await reached.promise;
    await revocations.record(late);
    await publishRevocationList(own.authority, deps());
    const after = await listIn();
    held.resolve();
    await overtaken;
    expect(await listIn()).toEqual(after);
    expect(after.serials.sort()).toEqual([early, late].map(({ serialNumber }) => serialNumber).sort());
  });

  it.each(['sign', 'put', 'announce'] as const)(
    'that breaks off at %s leaves the list before, and is made good by the next',
    async (step) => {
      await publishRevocationList(own.authority, deps());
      const before = await listIn();
      const breaks = () => Promise.reject(new Error('broken off'));
      const [authority, broken] = [
        step === 'sign' ? { ...own.authority, signList: breaks } : own.authority,
        {
          ...deps(),
          ...(step === 'put' && { objects: { ...objects, put: breaks } }),
          ...(step === 'announce' && { revocations: { ...revocations, announce: breaks } }),
        },
      ];
      const revoked = aRevoked();
      const publisher = revocationPublisher(authority, broken);
      await expect(publisher.publish(revoked)).rejects.toThrow('broken off');
      expect(await listIn()).toEqual(before);
      await revocationPublisher(own.authority, deps()).publish(revoked);
      expect((await listIn()).serials).toEqual([revoked.serialNumber]);
    },
  );

  it('says how long the list may be relied on, with room for clocks that are behind', async () => {
    const now = new Date('2031-01-01T00:00:00Z');
    const list = await publishRevocationList(own.authority, { ...deps(), clock: () => now });
    const { thisUpdate, nextUpdate } = new X509Crl(await objects.get(list));
    expect([thisUpdate, nextUpdate]).toEqual([later(now, -minutes(5)), later(now, days(7))]);
  });
});

describe('the address of a list', () => {
  it('answers the list, and nothing where the caller has it already', async () => {
    await revoke(serial());
    const answer = await served(`${authorityId()}.crl`);
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pkix-crl', 'cache-control': 'public, max-age=300' });
    const tag = String(answer.headers?.etag);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await served(`${authorityId()}.crl`, { 'If-None-Match': known });
      expect(again).toEqual({ statusCode: 304, headers: { etag: tag, 'cache-control': 'public, max-age=300' } });
    }
  });

  it.each(['', 'x.crl', `${'ab'.repeat(32)}.crl`, `${'ab'.repeat(32)}.pem`, '../truststore.pem'])('answers 404 for "%s"', async (name) => {
    expect((await served(name)).statusCode).toBe(404);
  });
});

describe('openssl', () => {
  /** A client certificate of the authority, its serial number and its files. */
  async function issued() {
    const authId = randomUUID();
    const csr = await checkCsr((await aCsr({ name: subjectOf(authId) })).encoded, authId, csrPolicy);
    const owner = { tenant: tenantId('acme'), kind: 'runtime', id: randomUUID() } as const;
    const validity = { notBefore: later(new Date(), -minutes(5)), notAfter: later(new Date(), days(7)) };
    const { pem } = await localAuthority(file, listUrl).issue({ csr, owner, ...validity });
    await writeFile(join(folder, 'client.pem'), pem);
    await writeFile(join(folder, 'root.pem'), root.anchor.toString());
    return new X509Certificate(pem).serialNumber.toLowerCase();
  }
  const download = async () => {
    await writeFile(join(folder, 'list.crl'), Buffer.from((await latestList()).rawData));
    openssl(folder, 'crl', '-inform', 'DER', '-in', 'list.crl', '-out', 'list.pem');
  };
  const verify = () => openssl(folder, 'verify', '-crl_check', '-CRLfile', 'list.pem', '-CAfile', 'root.pem', 'client.pem').text;

  itWithOpenssl('verifies the list, accepts a certificate that is not on it, and refuses it once it is revoked', async () => {
    const serialNumber = await issued();
    await revoke(serial());
    await download();
    expect(openssl(folder, 'crl', '-in', 'list.pem', '-noout', '-verify', '-CAfile', 'root.pem').text).toContain('verify OK');
    expect(verify()).toBe('client.pem: OK\n');
    await revoke(serialNumber);
    await download();
    expect(verify()).toContain('certificate revoked');
    const { text } = openssl(folder, 'crl', '-in', 'list.pem', '-noout', '-text');
    expect(text).toMatch(/Version 2[\s\S]+X509v3 Authority Key Identifier[\s\S]+X509v3 CRL Number[\s\S]+Cessation Of Operation/);
  });

  itWithOpenssl('finds in a certificate where the list is', async () => {
    await issued();
    expect(openssl(folder, 'x509', '-in', 'client.pem', '-noout', '-ext', 'crlDistributionPoints').text).toContain(
      `URI:${listUrl(authorityId())}`,
    );
  });
});
