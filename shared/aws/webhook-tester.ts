import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { type WebhookTester, webhookTestResultSchema } from '#shared/webhooks/webhook-test.ts';

/** Longer than the tester may take, in milliseconds. A test is not repeated: its message may have been posted. */
const requestTimeout = 26_000;

/** A connection that ended while this function was frozen would fail a call that is not repeated. */
const agent = { keepAlive: false };

/** Calls the function that tests webhooks, and waits for its result. */
export function lambdaWebhookTester(functionName: string): WebhookTester {
  const client = new LambdaClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1000, requestTimeout, throwOnRequestTimeout: true, httpAgent: agent, httpsAgent: agent },
  });
  return async (test) => {
    const { Payload, FunctionError } = await client.send(new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(test) }));
    if (FunctionError) throw new Error(`the tester of webhooks failed: ${FunctionError}`);
    const result: unknown = JSON.parse(Payload?.transformToString() || 'null');
    return result === null ? undefined : webhookTestResultSchema.parse(result);
  };
}
