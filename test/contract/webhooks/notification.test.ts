import { describe, expect, it } from 'vitest';
import {
  type ConfigurationChange,
  configurationNotification,
  configurationNotificationSchema,
} from '#shared/webhooks/configuration-notification.ts';
import { deliveryId } from '#shared/webhooks/delivery.ts';
import { testNotification } from '#shared/webhooks/test-notification.ts';
import { webhookTestSchema } from '#shared/webhooks/webhook-test.ts';
import sample from './configuration-changed-v1.json' with { type: 'json' };
import testSample from './webhook-test-v1.json' with { type: 'json' };

const metadata = {
  eventId: 'evt_1',
  schemaVersion: 1 as const,
  tenant: sample.data.tenant,
  entityVersion: 3,
  occurredAt: sample.time,
  actor: 'user/alice',
};

describe('the notification of a changed configuration, as receivers know it', () => {
  it('is version 1 of the CloudEvent', () => {
    const change = { ...sample.data, reason: 'RuntimeConnected' } satisfies ConfigurationChange;
    expect(JSON.parse(configurationNotification(sample.id, metadata, change))).toEqual(sample);
  });

  it.each<Omit<ConfigurationChange, 'applicationId'>>([
    { formations: [], reason: 'FormationAssigned' },
    { formations: [{ id: 'f', name: 'production' }], runtimeId: 'runtime', reason: 'RuntimeConnected' },
    { formations: [], credentials: { bundleId: 'b', bundleInstanceAuthId: 'a' }, reason: 'BundleInstanceAuthRequested' },
  ])('has nothing that its schema does not list: $reason', (change) => {
    const sent = JSON.parse(configurationNotification('msg_1', metadata, { applicationId: 'app', ...change }));
    expect(configurationNotificationSchema.parse(sent)).toEqual(sent);
  });

  it('stays small for an Application in very many formations', () => {
    const formations = Array.from({ length: 1000 }, (_, index) => ({ id: `${index}`, name: 'x'.repeat(256) }));
    const body = configurationNotification(sample.id, metadata, { applicationId: 'app', formations, reason: 'RuntimeConnected' });
    expect(body.length).toBeLessThan(20_000);
  });
});

describe('the message of a test, as receivers know it', () => {
  it('is version 1 of the CloudEvent', () => {
    const owner = { tenant: testSample.data.tenant, kind: 'application', id: 'app' };
    const test = webhookTestSchema.parse({ id: testSample.id, owner, webhookId: testSample.data.webhookId });
    expect(JSON.parse(testNotification(test, new Date(testSample.time)))).toEqual(testSample);
  });
});

describe('the id of a delivery', () => {
  it('is the same for the same event at the same webhook, for ever', () => {
    expect(deliveryId('evt_1', 'hook-1')).toBe('msg_aa4bfef0f612ff8aae613d944bb20b23');
    expect(deliveryId('evt_1', 'hook-2')).not.toBe(deliveryId('evt_1', 'hook-1'));
  });
});
