import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { secretsManagerSealer } from '#shared/aws/sealing.ts';
import type { DomainEvent } from '#shared/events/domain-event.ts';
import { changeOf } from '#shared/table/changes/change-of-record.ts';
import { eventsOf } from '#shared/table/changes/events-of-change.ts';
import { aTenant, aUser, directorWorld } from './director-world.ts';
import { startDynamo } from './engines.ts';
import { startQueues } from './queues.ts';
import { streamRecords } from './table-stream.ts';
import { startTextBucket } from './text-bucket.ts';
import { startWebhookEndpoint } from './webhook-endpoint.ts';

export type SpecificationWorld = Awaited<ReturnType<typeof specificationWorld>>;

/**
 * The Director, the fetcher and the cleaner on a real table, queue and bucket; texts are fetched from a server on this machine. Mutations wait for as
 * many milliseconds for them.
 */
export async function specificationWorld(fetchPatience = 0) {
  const [dynamo, queues, bucket, server] = await Promise.all([startDynamo(), startQueues(), startTextBucket(), startWebhookEndpoint()]);
  const queue = await queues.create('fetches', 8);
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: 'an entirely local sealing key of some length' });
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_SQS: queues.endpoint,
    AWS_ENDPOINT_URL_S3: bucket.endpoint,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    TABLE_NAME: dynamo.tableName,
    SPECIFICATIONS_BUCKET: bucket.name,
    SEALING_KEY_SECRET: 'sealing-key',
    FETCH_QUEUE_URL: queue.url,
    FETCH_RETRY_SECONDS: '1,1',
    ALLOW_LOOPBACK_TARGETS: 'true',
  });
  const [fetcher, cleaner] = await Promise.all([
    import('#functions/spec-fetcher/handler.ts'),
    import('#functions/spec-cleaner/handler.ts'),
  ]);
  const director = directorWorld(dynamo, { textObjects: bucket.textObjects, sealer: secretsManagerSealer('sealing-key'), fetchPatience });
  const tenant = aTenant();
  const caller = director.as(aUser(tenant));
  let relayed = 0;

  /** The events of these types that were committed since the last call, in the envelope of the bus. */
  const events = async (...types: DomainEvent['detailType'][]): Promise<string[]> => {
    const records = await streamRecords(dynamo);
    const fresh = records.slice(relayed).flatMap((record) => eventsOf(changeOf(record)));
    relayed = records.length;
    return fresh
      .filter(({ detailType }) => types.includes(detailType))
      .map(({ source, detailType, detail }) => JSON.stringify({ source, 'detail-type': detailType, detail }));
  };
  const fetching = (event: SQSEvent): Promise<SQSBatchResponse> => fetcher.handler(event, {} as Context);

  return {
    dynamo,
    bucket,
    server,
    queue,
    director,
    tenant,
    caller,
    events,
    fetching,
    /** Queues every fetch that was asked for since the last call, and works the queue off until nothing is left in it. */
    fetchAll: async () => {
      for (const event of await events('SpecificationFetchRequested')) await queue.send(event);
      while ((await queue.size()) > 0) await queue.feed(fetching);
    },
    clean: (bodies: readonly string[]): Promise<SQSBatchResponse> =>
      cleaner.handler(
        {
          Records: bodies.map((body, index) => ({ messageId: String(index), body, attributes: { ApproximateReceiveCount: '1' } })),
        } as SQSEvent,
        {} as Context,
      ),
    stop: () => Promise.all([dynamo.stop(), queues.stop(), bucket.stop(), server.stop()]),
  };
}
