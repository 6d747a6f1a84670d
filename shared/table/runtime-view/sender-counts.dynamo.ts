import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'dynamodb-toolbox/entity';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { Table } from 'dynamodb-toolbox/table';
import type { RequestCounts } from '#shared/admission/request-counts.ts';
import { ratePrefix } from '#shared/application-events/send-events.ts';
import { epochSeconds, later, minutes } from '#shared/core/clock.ts';
import { add } from '#shared/table/write.dynamo.ts';

/** Time for which a count is kept after its period began. */
const keptFor = minutes(10);

/** Counts of the requests of Applications, in the table of a Runtime. They are approximate: an addition whose answer is lost counts twice. */
export function dynamoSenderCounts(documentClient: DynamoDBDocumentClient, name: string): RequestCounts<string> {
  const table = new Table({
    documentClient,
    name,
    partitionKey: { name: 'pk', type: 'string' },
    sortKey: { name: 'sk', type: 'string' },
    entityAttributeSavedAs: 'type',
  });
  const counts = new Entity({
    name: 'RequestCount',
    table,
    timestamps: false,
    schema: item({ applicationId: string().key(), period: string().key(), requests: number(), expiresAt: number() }),
    computeKey: ({ applicationId, period }) => ({ pk: `${ratePrefix}${applicationId}`, sk: period }),
  });
  return {
    add: async (applicationId, begin, requests) => {
      const kept = { applicationId, period: begin.toISOString(), expiresAt: epochSeconds(later(begin, keptFor)) };
      return (await add(counts, { ...kept, requests: $add(requests) })).requests;
    },
  };
}
