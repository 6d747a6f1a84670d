import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { AppError } from '#shared/core/errors.ts';
import type { Change, Image } from './change.ts';

/** Reads a record of the table's stream. Throws InternalError for an incomplete record. */
export function changeOf({ eventID, dynamodb, userIdentity }: DynamoDBRecord): Change {
  const before = imageOf(dynamodb?.OldImage);
  const after = imageOf(dynamodb?.NewImage);
  if (!eventID || !dynamodb?.ApproximateCreationDateTime || !(before || after)) {
    throw new AppError('InternalError', 'a stream record without id, time or images', { details: { record: String(eventID) } });
  }
  return {
    id: eventID,
    occurredAt: new Date(dynamodb.ApproximateCreationDateTime * 1000).toISOString(),
    expired: userIdentity?.principalId === 'dynamodb.amazonaws.com',
    ...(before && { before }),
    ...(after && { after }),
  };
}

const imageOf = (image: Record<string, unknown> | undefined): Image | undefined =>
  image && unmarshall(image as Record<string, AttributeValue>);
