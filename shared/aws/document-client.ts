import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { requestTimeouts } from './request-timeouts.ts';

/** A page of 100 Applications is read with as many requests at once. */
const mostConnections = 128;

/** The one DynamoDB client of a process. */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: 4,
    requestHandler: {
      ...requestTimeouts,
      httpsAgent: { maxSockets: mostConnections },
      httpAgent: { maxSockets: mostConnections },
    },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
