import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { leaseKey } from './agent-table.ts';

/** Memory of the pace between invocations, in milliseconds since 1970 but for the number of failures. */
export interface Pace {
  /** Consecutive cycles that failed. */
  readonly failures: number;
  /** The next cycle may begin then. */
  readonly notBefore: number;
  /** The Connector was asked then. */
  readonly askedAt?: number | undefined;
}

const stored = z.object({
  owner: z.string().optional(),
  until: z.number().optional(),
  failures: z.number().catch(0),
  notBefore: z.number().catch(0),
  askedAt: z.number().optional(),
});

type Taken = { readonly taken: true; readonly pace: Pace } | { readonly taken: false; readonly because: 'held' | 'paused' };

export interface Lease {
  /** Takes the lease until the given time, unless another invocation holds it, or a pause has not ended. A woken Agent ends the pause. */
  take(now: number, until: number, woken: boolean): Promise<Taken>;
  /** Gives it back with the pace that counts from now on; does nothing if it was lost. */
  release(pace: Pace): Promise<void>;
}

/** The right to work on the state of an Agent: an item with its owner. A lease that is over may be taken by any other invocation. */
export function tableLease(client: DynamoDBDocumentClient, TableName: string, owner: string): Lease {
  const names = { '#owner': 'owner', '#until': 'until' };
  const update = { TableName, Key: leaseKey, ExpressionAttributeNames: names };

  async function reasonOf(now: number): Promise<'held' | 'paused'> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: leaseKey, ConsistentRead: true }));
    return (stored.parse(Item ?? {}).until ?? 0) >= now ? 'held' : 'paused';
  }

  return {
    async take(now, until, woken) {
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            ...update,
            ExpressionAttributeNames: { ...names, ...(!woken && { '#notBefore': 'notBefore' }) },
            UpdateExpression: 'SET #owner = :owner, #until = :leaseEnd',
            ConditionExpression: `(attribute_not_exists(#until) OR #until < :now)${woken ? '' : ' AND (attribute_not_exists(#notBefore) OR #notBefore <= :now)'}`,
            ExpressionAttributeValues: { ':owner': owner, ':leaseEnd': until, ':now': now },
            ReturnValues: 'ALL_NEW',
          }),
        );
        const { failures, notBefore, askedAt } = stored.parse(Attributes);
        return { taken: true, pace: { failures, notBefore, askedAt } };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return { taken: false, because: await reasonOf(now) };
      }
    },

    async release({ failures, notBefore, askedAt }) {
      try {
        await client.send(
          new UpdateCommand({
            ...update,
            ExpressionAttributeNames: { ...names, '#failures': 'failures', '#notBefore': 'notBefore', '#askedAt': 'askedAt' },
            UpdateExpression: `SET #failures = :failures, #notBefore = :notBefore${askedAt === undefined ? '' : ', #askedAt = :askedAt'} REMOVE #owner, #until${askedAt === undefined ? ', #askedAt' : ''}`,
            ConditionExpression: '#owner = :owner',
            ExpressionAttributeValues: {
              ':owner': owner,
              ':failures': failures,
              ':notBefore': notBefore,
              ...(askedAt !== undefined && { ':askedAt': askedAt }),
            },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}
