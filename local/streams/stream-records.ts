import { createHash } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { region } from '../template/local-identities.ts';

/** Stream records in the shape in which Lambda hands them to a function. */
export const streamEvent = (records: readonly StreamRecord[], streamArn: string): DynamoDBStreamEvent => ({
  Records: records.map((record) => lambdaRecord(record, streamArn)),
});

export const sequenceNumberOf = (record: StreamRecord): string => record.dynamodb?.SequenceNumber ?? '';

function lambdaRecord(record: StreamRecord, streamArn: string): DynamoDBRecord {
  const { Keys, NewImage, OldImage, SequenceNumber, SizeBytes, StreamViewType, ApproximateCreationDateTime } = record.dynamodb ?? {};
  return {
    // The engine counts from 1 in every table; on AWS no two records share an id.
    eventID: createHash('sha256').update(`${streamArn}/${SequenceNumber}`).digest('hex').slice(0, 32),
    eventName: record.eventName,
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: ApproximateCreationDateTime && Math.floor(ApproximateCreationDateTime.getTime() / 1000),
      Keys: image(Keys),
      NewImage: image(NewImage),
      OldImage: image(OldImage),
      SequenceNumber,
      SizeBytes,
      StreamViewType,
    },
  };
}

type LambdaImage = NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];

/** Binary values travel as base64 in Lambda's JSON. */
function image(attributes: Record<string, AttributeValue> | undefined): LambdaImage {
  return attributes && (JSON.parse(JSON.stringify(attributes, binaryAsBase64)) as LambdaImage);
}

function binaryAsBase64(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
