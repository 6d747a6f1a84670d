import { configurationNotification } from '#shared/webhooks/configuration-notification.ts';
import { signatureHeaders } from '#shared/webhooks/signature.ts';
import { testNotification } from '#shared/webhooks/test-notification.ts';
import { webhookTestSchema } from '#shared/webhooks/webhook-test.ts';

const at = new Date('2026-01-02T03:04:05.000Z');
const tenant = '3e64ebae-38b5-46a0-b1ed-9ccee153a0ae';
const idOf = (suffix: string): string => `0197f000-0000-7000-8000-0000000000${suffix}`;

/** The secret of the examples: 32 zero bytes. */
const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;

/** A request as the dispatcher sends it. */
const exampleOf = (id: string, body: string): object => ({
  headers: { 'content-type': 'application/cloudevents+json; charset=utf-8', ...signatureHeaders(id, body, [secret], at) },
  payload: JSON.parse(body),
});

const metadata = {
  eventId: 'evt_0123456789abcdef0123456789abcdef',
  schemaVersion: 1,
  tenant,
  entityVersion: 3,
  occurredAt: at.toISOString(),
  actor: null,
} as const;

const notificationId = 'msg_52f7dfb0f6d5a5b6a3a0f2d8a7f0e7a1';

export const exampleNotification = exampleOf(
  notificationId,
  configurationNotification(notificationId, metadata, {
    applicationId: idOf('a1'),
    runtimeId: idOf('b1'),
    formations: [{ id: idOf('f1'), name: 'production' }],
    reason: 'RuntimeConnected',
  }),
);

const test = webhookTestSchema.parse({
  id: 'msg_0197f0000000700080000000000000aa',
  owner: { tenant, kind: 'application', id: idOf('a1') },
  webhookId: idOf('d1'),
});

export const exampleTest = exampleOf(test.id, testNotification(test, at));
