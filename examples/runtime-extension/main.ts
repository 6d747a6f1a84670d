import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { reactToOrder } from './react-to-order.ts';

const environment = z.object({ TABLE_NAME: z.string().min(1), API_NAME: z.string().min(1) }).parse(process.env);
const view = { client: DynamoDBDocumentClient.from(new DynamoDBClient()), tableName: environment.TABLE_NAME };

/** The Lambda function that a rule on the Runtime's bus calls. */
export const handler = (event: unknown): Promise<unknown> =>
  reactToOrder(event, { view, apiName: environment.API_NAME, log: (fields) => console.log(JSON.stringify(fields)) });
