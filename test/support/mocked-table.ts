import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ControlPlaneTable, controlPlaneTable } from '#shared/table/control-plane-table.ts';

/** A table whose client goes nowhere: for tests that answer in its place. */
export const mockedTable = (): ControlPlaneTable =>
  controlPlaneTable(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1', endpoint: 'http://127.0.0.1:1' })), 'mocked');
