import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A page of 100 Applications is read with as many requests at once. */
const mostConnections = 128;

/** The one DynamoDB client of a process: explicit timeouts, so that a stuck connection fails before the gateway does. */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: 4,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: 5000,
      httpsAgent: { maxSockets: mostConnections },
      httpAgent: { maxSockets: mostConnections },
    },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
