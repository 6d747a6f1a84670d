import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SSMClient } from '@aws-sdk/client-ssm';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { secureContexts } from '../control-plane/https-transport.ts';
import type { Log } from '../log.ts';
import { sleepFor } from '../sleep.ts';
import { agentEnvironment } from './env.ts';
import { invoke, type LambdaAgent } from './invocation.ts';

/** Lines of JSON, as Lambda filters them by level. */
const log: Log = (level, message, fields = {}) => {
  process.stdout.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level: level.toUpperCase(), message, ...fields })}\n`);
};

/** Milliseconds. */
const client = { maxAttempts: 3, requestHandler: { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true } };

const agent: LambdaAgent = {
  environment: agentEnvironment.parse(process.env),
  variables: process.env,
  dynamo: DynamoDBDocumentClient.from(new DynamoDBClient(client), { marshallOptions: { removeUndefinedValues: true } }),
  systemsManager: new SSMClient(client),
  eventBridge: new EventBridgeClient(client),
  contexts: secureContexts(),
  now: () => new Date(),
  random: Math.random,
  sleep: sleepFor,
  log,
  memory: {},
};

interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** One cycle. The payload `{ "wake": true }` ends a pause. */
export async function handler(event: unknown, context: LambdaContext): Promise<void> {
  const woken = typeof event === 'object' && event !== null && 'wake' in event && event.wake === true;
  await invoke(agent, { woken, remaining: context.getRemainingTimeInMillis() });
}
