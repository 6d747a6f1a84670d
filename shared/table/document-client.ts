import { DynamoDBClient, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { requestTimeouts } from '#shared/aws/request-timeouts.ts';

/**
 * Maximum number of sockets. Reads beyond wait for one that is open already, which is faster than to open one: a process that opens a socket for each
 * of many reads at once is too busy to see in time that they are connected.
 */
const maxConnections = 32;

/** The one DynamoDB client of a process. */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: 4,
    requestHandler: {
      ...requestTimeouts,
      httpsAgent: { maxSockets: maxConnections },
      httpAgent: { maxSockets: maxConnections },
    },
  });
  retryConflicts(client);
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** Retries writes that conflict with a transaction on the same item. The SDK does not retry this error; for transactions, `transact` does. */
function retryConflicts(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => async (request) => {
      try {
        return await next(request);
      } catch (error) {
        if (error instanceof TransactionConflictException) error.$retryable = {};
        throw error;
      }
    },
    { name: 'retryConflicts', step: 'deserialize', priority: 'high' },
  );
}
