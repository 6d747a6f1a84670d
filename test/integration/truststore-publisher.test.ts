import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { publishTruststore } from '#functions/truststore-publisher/publish-truststore.ts';
import { publishedCertificates } from '#functions/truststore-publisher/published-certificates.ts';
import { fingerprintOf } from '#shared/certificates/certificate-identity.ts';
import { customResourceHandler } from '#shared/lambda/custom-resource.ts';
import { logger } from '#shared/observability/logger.ts';
import { aRoot } from '#test/support/client-certificates.ts';
import { type ObjectStore, startObjectStore } from '#test/support/object-store.ts';

const received: { contentType: string | undefined; body: Record<string, unknown> }[] = [];
const cloudFormation = createServer(async (request, response) => {
  const chunks = await request.toArray();
  received.push({ contentType: request.headers['content-type'], body: JSON.parse(Buffer.concat(chunks).toString()) });
  response.statusCode = statuses.pop() ?? 200;
  response.end();
});
/** Statuses of the next answers of CloudFormation, the last first; 200 if none is left. */
const statuses: number[] = [];
let engine: ObjectStore;

beforeAll(async () => {
  engine = await startObjectStore();
  await engine.client.send(new CreateBucketCommand({ Bucket: 'truststore' }));
  await once(cloudFormation.listen(0, '127.0.0.1'), 'listening');
});

beforeEach(() => {
  received.length = 0;
});

afterAll(async () => {
  cloudFormation.close();
  await engine.stop();
});

const store = () => ({ objects: engine.client, bucket: 'truststore', key: 'truststore.pem' });
const handler = (...chains: (() => Promise<string[]>)[]) => {
  const authorities = chains.map((issuers) => ({ issuers }));
  return customResourceHandler(logger('test'), () =>
    publishTruststore({ ...store(), authorities, distrusted: [], clock: () => new Date() }),
  );
};

const event = (RequestType: 'Create' | 'Update' | 'Delete') =>
  ({
    RequestType,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Publication',
    ResponseURL: `http://127.0.0.1:${(cloudFormation.address() as AddressInfo).port}/answer`,
    ResourceProperties: { ServiceToken: 'arn' },
    ...(RequestType !== 'Create' && { PhysicalResourceId: 'truststore/truststore.pem' }),
  }) as CloudFormationCustomResourceEvent;

describe('the truststore publisher', () => {
  it('writes the chain of each certificate authority and tells CloudFormation what is in the truststore', async () => {
    const [first, second] = [await aRoot('P-256', 'CN=First,O=Compass'), await aRoot('P-384', 'CN=Second,O=Compass')];
    await handler(
      async () => [first.anchor.toString()],
      async () => [second.anchor.toString()],
    )(event('Create'));
    expect((await publishedCertificates(store())).map(fingerprintOf)).toEqual([first, second].map(({ anchor }) => fingerprintOf(anchor)));
    const until = first.anchor.validToDate.toISOString().slice(0, 10);
    const Certificates = expect.stringContaining(`CN=First, O=Compass, until ${until}: ${fingerprintOf(first.anchor)}; `);
    expect(received.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        Status: 'SUCCESS',
        PhysicalResourceId: 'truststore/truststore.pem',
        LogicalResourceId: 'Publication',
        Data: expect.objectContaining({ Certificates }),
      }),
    ]);
  });

  it('does nothing at a deletion, at which another resource may clean up, or say why it cannot', async () => {
    await handler(() => Promise.reject(new Error('not asked')))(event('Delete'));
    const cleaning = (remove: () => Promise<void>) => customResourceHandler(logger('test'), () => expect.fail('not asked'), remove);
    const removed = vi.fn(async () => undefined);
    await cleaning(removed)(event('Delete'));
    await cleaning(() => Promise.reject(new Error('the bucket is locked')))(event('Delete'));
    expect(removed).toHaveBeenCalledOnce();
    expect(received.map(({ body: { Status, Reason } }) => [Status, Reason])).toEqual([
      ['SUCCESS', undefined],
      ['SUCCESS', undefined],
      ['FAILED', 'Error: the bucket is locked'],
    ]);
  });

  it('answers with an empty content type, which the URL of the answer is signed for', async () => {
    const { anchor } = await aRoot();
    await handler(async () => [anchor.toString()])(event('Update'));
    expect(received.map(({ contentType }) => contentType)).toEqual(['']);
  });

  it.each([
    ['the authority cannot be asked', () => Promise.reject(new Error('the key is disabled')), 'Error: the key is disabled'],
    ['the authority has no certificate yet', () => Promise.resolve([]), 'Error: the certificate authority has no certificate yet'],
  ])('fails the deployment, and gives the reason, since a rollback deletes the log, when %s', async (_, issuers, Reason) => {
    await handler(issuers)(event('Update'));
    expect(received.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        Status: 'FAILED',
        PhysicalResourceId: 'truststore/truststore.pem',
        Reason,
      }),
    ]);
  });

  it('waits for the rights of a role that was just created', async () => {
    const { anchor } = await aRoot();
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });
    const issuers = vi.fn(async () => [anchor.toString()]).mockRejectedValueOnce(denied);
    await handler(issuers)(event('Create'));
    expect(issuers).toHaveBeenCalledTimes(2);
    expect(received.map(({ body }) => body)).toEqual([expect.objectContaining({ Status: 'SUCCESS' })]);
  });

  it('answers again when the answer did not arrive', async () => {
    const { anchor } = await aRoot();
    statuses.push(503);
    await handler(async () => [anchor.toString()])(event('Update'));
    expect(received.map(({ body }) => body)).toEqual([
      expect.objectContaining({ Status: 'SUCCESS' }),
      expect.objectContaining({ Status: 'SUCCESS' }),
    ]);
  });

  it.each(['Root', '認証局の公開鍵証明書'])(
    'names as many certificates as the answer can hold, here of authorities called %s',
    async (name) => {
      const roots = await Promise.all(Array.from({ length: 40 }, (_, index) => aRoot('P-256', `CN=${name} ${index},O=Compass`)));
      await handler(async () => roots.map(({ anchor }) => anchor.toString()))(event('Update'));
      const [answer] = received;
      expect(Buffer.byteLength(JSON.stringify(answer?.body))).toBeLessThan(4096);
      expect(answer?.body).toMatchObject({ Status: 'SUCCESS', Data: { Certificates: expect.stringMatching(/; and \d+ more$/) } });
    },
  );

  it('fails the deployment at once, with the reason, when the answer is longer than CloudFormation takes', async () => {
    const apply = async () => ({ physicalId: 'truststore/truststore.pem', attributes: { Certificates: 'x'.repeat(5000) } });
    await customResourceHandler(logger('test'), apply)(event('Update'));
    expect(received.map(({ body }) => body)).toEqual([
      expect.objectContaining({ Status: 'FAILED', Reason: expect.stringContaining('more than the 4096 that CloudFormation takes') }),
    ]);
  });

  it('leaves the truststore when the stack is deleted', async () => {
    await handler(() => Promise.reject(new Error('must not be asked')))(event('Delete'));
    expect(received.map(({ body }) => body)).toEqual([
      expect.objectContaining({ Status: 'SUCCESS', PhysicalResourceId: 'truststore/truststore.pem' }),
    ]);
  });
});
