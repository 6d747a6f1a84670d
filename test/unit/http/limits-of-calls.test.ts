import { expect, it } from 'vitest';
import { downloadText } from '#shared/bundles/download-text.ts';
import { seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { clientCredentials } from '#shared/credentials/client-credentials.ts';
import { probeDueApplications } from '#shared/health-checks/probe-due-applications.ts';
import type { GuardedRequest } from '#shared/http/guarded-call.ts';
import type { GuardedHttp } from '#shared/http/guarded-http.ts';
import { postNotification } from '#shared/webhooks/post-notification.ts';

const tenant = tenantId('t');
const url = 'https://example.com/';
const now = new Date('2026-01-01T00:00:00Z');
const clock = () => now;
const sealer = { open: async () => 'whsec_c2VjcmV0' };
const textObjects = { putStream: async () => undefined };
const tokens = { get: async () => 'token', forget: () => undefined };

/** The only request that the work sends; its answer is 204 without a body, unless one is given. */
async function requestOf(work: (http: GuardedHttp) => Promise<unknown>, body = ''): Promise<GuardedRequest> {
  const sent: GuardedRequest[] = [];
  await work(async (request) => {
    sent.push(request);
    return { status: body ? 200 : 204, header: () => undefined, body: Buffer.from(body), truncated: false };
  });
  expect(sent).toHaveLength(1);
  return sent[0] as GuardedRequest;
}

const delivery = { id: 'msg_1', tenant, applicationId: 'a', webhookId: 'w', eventId: 'e', body: '{}' };
const webhook = {
  owner: { tenant, kind: 'application', id: 'a' },
  id: 'w',
  type: 'CONFIGURATION_CHANGED',
  url,
  secrets: ['sealed'],
  createdAt: now.toISOString(),
  version: 1,
  changedBy: 'user/alice',
} as const;

it.each([
  ['15 seconds, where it says nothing', undefined, 15],
  ['15 seconds, where it asks for more', 600, 15],
  ['as long as it asks for, where that is less', 3, 3],
])('a webhook is waited for %s, and only its status counts', async (_, timeout, expected) => {
  const request = await requestOf((http) =>
    postNotification(delivery, { ...webhook, ...(timeout && { timeout }) }, { http, tokens, sealer, clock }),
  );
  expect(request).toMatchObject({ timeout: seconds(expected), needs: 'status' });
});

it('a specification is waited for 100 seconds, 30 without a byte, and read to 64 MB', async () => {
  const wish = { id: 'f', url, mode: 'SINGLE', status: { condition: 'INITIAL', timestamp: now.toISOString() } } as const;
  const owner = { tenant, applicationId: 'a', id: 'd', fetchRequest: wish, spec: { format: 'JSON' } };
  const request = await requestOf((http) => downloadText(owner, wish, { http, tokens, sealer, textObjects, clock }), '{}');
  expect(request.timeout).toBeLessThanOrEqual(seconds(100));
  expect(request).toMatchObject({ idleTimeout: seconds(30), maxBytes: 64 * 1024 * 1024, receive: expect.any(Function) });
});

it('a health check is waited for 5 seconds, and only its status counts', async () => {
  const due = { tenant, applicationId: 'a' } as never;
  const healthChecks = {
    due: async function* () {
      yield due;
    },
    claim: async () => ({ check: { url } }) as never,
    record: async () => true,
    giveBack: async () => undefined,
  };
  const pace = { interval: seconds(60), concurrency: 1, runFor: seconds(40) };
  const request = await requestOf((http) => probeDueApplications({ healthChecks, http, clock, random: () => 0.5, pace }));
  expect(request).toMatchObject({ timeout: seconds(5), needs: 'status' });
});

it('a token endpoint is waited for 10 seconds, and read to 64 KB', async () => {
  const oauth = { clientId: 'c', clientSecret: 's', url };
  const request = await requestOf((http) => clientCredentials(http).get(oauth), '{"access_token":"t","token_type":"Bearer"}');
  expect(request.timeout).toBeLessThanOrEqual(seconds(10));
  expect(request.maxBytes).toBe(64 * 1024);
});
