import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { close, listen, loopback } from '#local/http-server.ts';
import { lambdaWebhookTester } from '#shared/aws/webhook-tester.ts';
import { newId } from '#shared/core/ids.ts';
import { webhookTestSchema } from '#shared/webhooks/webhook-test.ts';

const result = { accepted: true, at: '2026-01-02T03:04:05.000Z', duration: 1, status: 204 };
const seen = new WeakSet<Socket>();
let server: Server;

/** A service that ends a connection that was used before, as one does whose connection stayed idle while the caller was frozen. */
beforeAll(async () => {
  server = createServer((request, response) => {
    if (seen.has(request.socket)) return request.socket.destroy();
    seen.add(request.socket);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  });
  vi.stubEnv('AWS_ENDPOINT_URL', `http://${loopback}:${await listen(server, 0)}`);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await close(server);
});

it('a test of a webhook, which is not repeated, meets no connection that ended while it was idle', async () => {
  const call = lambdaWebhookTester('tester');
  const owner = { tenant: newId(), kind: 'application', id: newId() };
  const test = webhookTestSchema.parse({ id: 'msg_1', owner, webhookId: newId() });
  expect(await call(test)).toEqual(result);
  expect(await call(test)).toEqual(result);
});
