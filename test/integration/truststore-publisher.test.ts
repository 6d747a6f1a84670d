import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
  response.end();
});
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

  it('answers with an empty content type, which the URL of the answer is signed for', async () => {
    const { anchor } = await aRoot();
    await handler(async () => [anchor.toString()])(event('Update'));
    expect(received.map(({ contentType }) => contentType)).toEqual(['']);
  });

  it.each([
    ['the authority cannot be asked', () => Promise.reject(new Error('arn:aws:secret detail'))],
    ['the authority has no certificate yet', () => Promise.resolve([])],
  ])('fails the deployment, without details, when %s', async (_, issuers) => {
    await handler(issuers)(event('Update'));
    expect(received.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        Status: 'FAILED',
        PhysicalResourceId: 'truststore/truststore.pem',
        Reason: expect.stringContaining('log'),
      }),
    ]);
    expect(JSON.stringify(received)).not.toContain('secret detail');
  });

  it('leaves the truststore when the stack is deleted', async () => {
    await handler(() => Promise.reject(new Error('must not be asked')))(event('Delete'));
    expect(received.map(({ body }) => body)).toEqual([
      expect.objectContaining({ Status: 'SUCCESS', PhysicalResourceId: 'truststore/truststore.pem' }),
    ]);
  });
});
