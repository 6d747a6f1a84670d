import { beforeEach, describe, expect, it } from 'vitest';
import { later, seconds } from '#shared/core/clock.ts';
import type { Admission } from '#shared/endpoints/endpoint-leases.ts';
import { rememberingRefusals } from '#shared/endpoints/remembered-refusals.ts';
import { type DeliverDeps, deliverWebhook, maxReceptions } from '#shared/webhooks/deliver-webhook.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import { aTenant } from '#test/support/director-world.ts';
import { aWebhook } from '#test/support/registry-builders.ts';

const now = new Date('2026-03-01T00:00:00.000Z');
const tenant = aTenant();
const webhook = { ...aWebhook({ tenant, kind: 'application', id: 'a' }), url: 'https://shop.example/hook' };
const delivery: Delivery = { id: 'msg_1', tenant, applicationId: 'a', webhookId: webhook.id, eventId: 'e', body: '{}' };

let calls: string[];
let refusal: Exclude<Admission, { result: 'admitted' }>;
let deps: DeliverDeps;
beforeEach(() => {
  calls = [];
  refusal = { result: 'full' };
  const noting =
    <T>(name: string, answer: T) =>
    async () => {
      calls.push(name);
      return answer;
    };
  deps = {
    webhooks: { find: noting('find', webhook) },
    deliveries: {
      claim: noting('claim', { result: 'claimed', attempt: 1, step: 1, since: now }),
      release: noting('release', undefined),
    },
    endpoints: rememberingRefusals({
      admit: async () => {
        calls.push('admit');
        return refusal;
      },
      release: async () => undefined,
    }),
    queue: { postpone: async (_: string, pause: number) => void calls.push(`postpone ${pause}`) },
    clock: () => now,
    timing: { schedule: [5], random: () => 0.5 },
  } as unknown as DeliverDeps;
});

const deliver = (count = 1) => deliverWebhook(delivery, { receiptHandle: 'receipt', count }, deps);

describe('a delivery to an endpoint that takes no more', () => {
  it('is claimed and given back the first time, and waits without a write while the refusal is remembered', async () => {
    expect(await deliver()).toMatchObject({ outcome: 'endpoint busy', retry: true });
    expect(calls).toEqual(['claim', 'find', 'admit', 'release', 'postpone 1']);
    calls = [];
    expect(await deliver(2)).toMatchObject({ outcome: 'endpoint busy', retry: true, retryIn: 2 });
    expect(calls).toEqual(['find', 'postpone 2']);
  });

  it('waits for the probe of an endpoint that is parked', async () => {
    refusal = { result: 'parked', until: later(now, seconds(30)) };
    await deliver();
    calls = [];
    expect(await deliver(2)).toMatchObject({ outcome: 'endpoint parked', retry: true, retryIn: 36 });
    expect(calls).toEqual(['find', 'postpone 36']);
  });

  it('is kept by the table after so many receptions, remembered or not', async () => {
    await deliver();
    calls = [];
    expect(await deliver(maxReceptions)).toMatchObject({ outcome: 'endpoint busy', retry: false });
    expect(calls).toEqual(['claim', 'find', 'admit', 'release']);
  });

  it('takes nothing from a delivery to another endpoint', async () => {
    await deliver();
    calls = [];
    deps = { ...deps, webhooks: { ...deps.webhooks, find: async () => ({ ...webhook, url: 'https://other.example/hook' }) } };
    await deliver();
    expect(calls).toContain('admit');
  });

  it('that is disabled meanwhile ends, though its endpoint is remembered', async () => {
    await deliver();
    calls = [];
    const disabled = { ...webhook, disabled: { at: now.toISOString(), reason: 'GONE' as const } };
    const fail = async () => void calls.push('fail');
    deps = { ...deps, webhooks: { ...deps.webhooks, find: async () => disabled }, deliveries: { ...deps.deliveries, fail } };
    expect(await deliver(2)).toMatchObject({ outcome: 'disabled', retry: false });
    expect(calls).toEqual(['claim', 'fail']);
  });
});
