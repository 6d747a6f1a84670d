import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { days, hours, later, minutes, seconds } from '#shared/core/clock.ts';
import { AppError } from '#shared/core/errors.ts';
import { deliveryCalls } from '#shared/endpoints/endpoint-pools.ts';
import { rememberingRefusals } from '#shared/endpoints/remembered-refusals.ts';
import type { GuardedHttp } from '#shared/http/guarded-http.ts';
import { headKey, tenantKey } from '#shared/table/control-plane-table.ts';
import { dynamoEndpointLeases } from '#shared/table/endpoints/endpoint-leases.dynamo.ts';
import { dynamoDeliveryLog } from '#shared/table/webhooks/delivery-log.dynamo.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { dynamoWebhooks } from '#shared/table/webhooks/webhook-repository.dynamo.ts';
import { deliverWebhook } from '#shared/webhooks/deliver-webhook.ts';
import { type Delivery, deliveryId } from '#shared/webhooks/delivery.ts';
import { recoverWebhook } from '#shared/webhooks/recover-webhook.ts';
import { redeliver } from '#shared/webhooks/redeliver.ts';
import { sendDueDeliveries } from '#shared/webhooks/send-due-deliveries.ts';
import { aTenant, aUser, type DirectorWorld } from './director-world.ts';
import type { Dynamo } from './engines.ts';
import { type Crash, Crashed, crashing } from './pairing-model/crashes.ts';

/** The answer of the endpoint from now on. */
export type Mood = 'fine' | 'failing' | 'silent' | 'gone' | 'asks for patience';

interface Message {
  readonly delivery: Delivery;
  readonly receipt: string;
  visibleAt: Date;
  count: number;
}

/** Seconds before each retry: the schedule that is deployed. */
const schedule = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
const visibility = minutes(6);
const statuses: Record<Exclude<Mood, 'silent'>, number> = { fine: 200, failing: 500, gone: 410, 'asks for patience': 429 };

/** One webhook, with the real use cases on a real table, a queue in memory, an endpoint with moods, and a clock that the story moves. */
export async function deliveryStory(dynamo: Dynamo, world: DirectorWorld, seen: Set<string>) {
  const tenant = aTenant();
  const admin = world.as(aUser(tenant));
  const { r } = await admin.do(
    'mutation { r: registerApplication(in: { name: "shop", webhooks: [{ type: CONFIGURATION_CHANGED, url: "https://shop.example/hook" }] }) { id webhooks { id } } }',
  );
  const webhookId: string = r.webhooks[0].id;
  const deliveries = dynamoDeliveries(dynamo.table);
  const deliveryLog = dynamoDeliveryLog(dynamo.table);
  const webhooks = dynamoWebhooks(dynamo.table);
  const { refusals, ...endpoints } = rememberingRefusals(dynamoEndpointLeases(dynamo.table, () => 0.5, deliveryCalls));

  let now = later(new Date(), seconds(1));
  let mood: Mood = 'fine';
  let queue: Message[] = [];
  let receipts = 0;
  let isDisabled = false;
  let calls = 0;
  /** Since when every attempt failed, as far as no crash hides it. */
  let failingSince: Date | undefined;
  const made: Delivery[] = [];
  const ended = new Set<string>();

  const send = (delivery: Delivery): void => {
    queue.push({ delivery, receipt: String(++receipts), visibleAt: now, count: 0 });
  };

  const http: GuardedHttp = async ({ headers }) => {
    calls += 1;
    const id = String(headers['webhook-id']);
    expect(isDisabled, 'a disabled webhook is not called').toBe(false);
    expect(ended.has(id), 'a delivery that ended is not posted again').toBe(false);
    if (mood === 'silent') {
      now = later(now, seconds(15));
      throw new AppError('TargetUnreachable', 'no complete answer within 15000 ms');
    }
    const retryAfter = mood === 'asks for patience' ? '7200' : undefined;
    const header = (name: string) => (name === 'retry-after' ? retryAfter : undefined);
    return { status: statuses[mood], header, body: Buffer.alloc(0), truncated: false };
  };

  const actor = aUser(tenant);
  const replaying = () => ({ webhooks, deliveries, deliveryLog, clock: () => now });

  const deps = (crash?: Crash) => {
    const dying = crashing(crash);
    return {
      webhooks: dying(webhooks),
      deliveries: dying(deliveries),
      endpoints: { ...dying(endpoints), refusals },
      queue: dying({
        postpone: async (receipt: string, pause: number) => {
          const message = queue.find((one) => one.receipt === receipt);
          if (message) message.visibleAt = later(now, seconds(pause));
        },
        send: async (all: readonly Delivery[]) => all.forEach(send),
      }),
      http: dying({ call: http }).call,
      tokens: { get: () => Promise.reject(new Error('there is no token endpoint')), forget: () => undefined },
      sealer: world.deps.sealer,
      clock: () => now,
      mtlsUrl: '',
      timing: { schedule, random: () => 0.5 },
    };
  };

  /** False when it died. */
  async function survives(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Crashed)) throw error;
      seen.add('a crash');
      return false;
    }
  }

  const record = async ({ id }: Delivery) => {
    const Key = { pk: tenantKey(tenant, 'DELIVERY', id), sk: headKey };
    return (await dynamo.client.send(new GetCommand({ TableName: dynamo.tableName, Key, ConsistentRead: true }))).Item;
  };

  const webhook = () => webhooks.findById(tenant, webhookId);

  /** Checks what holds at every moment. */
  async function check(): Promise<void> {
    const stored = await webhooks.find({ tenant, kind: 'application', id: r.id }, webhookId);
    isDisabled = stored?.disabled !== undefined;
    for (const delivery of made) {
      const item = await record(delivery);
      const isUnderWay = item === undefined || item.state === 'PENDING';
      if (!isUnderWay) ended.add(delivery.id);
      if (isUnderWay) {
        const isQueued = queue.some((message) => message.delivery.id === delivery.id);
        expect(isQueued || item?.idPk !== undefined, 'a delivery that has not ended is in the queue or due in the table').toBe(true);
      }
      expect(item?.step ?? 0).toBeLessThanOrEqual(schedule.length + 1);
      const log = (item?.attemptLog ?? []) as { at: string }[];
      for (const [index, attempt] of log.entries()) {
        const before = log[index - 1];
        if (before && !restarts.has(delivery.id)) {
          const pause = (Date.parse(attempt.at) - Date.parse(before.at)) / 1000;
          expect(pause, 'attempts keep to the schedule').toBeGreaterThanOrEqual(schedule[index - 1] ?? 0);
        }
      }
    }
  }
  const restarts = new Set<string>();
  /** After a crash, whose last write may arrive a moment later. */
  let mayHaveFailed = false;

  async function work(crash?: Crash): Promise<void> {
    const message = queue.find(({ visibleAt }) => visibleAt <= now);
    if (!message) return;
    message.count += 1;
    message.visibleAt = later(now, visibility);
    if (mayHaveFailed) {
      const { failingSince: noted } = (await webhook()) ?? {};
      failingSince = noted === undefined ? undefined : new Date(noted);
      mayHaveFailed = false;
    }
    const callsBefore = calls;
    let outcome = '';
    const survived = await survives(async () => {
      const result = await deliverWebhook(message.delivery, { receiptHandle: message.receipt, count: message.count }, deps(crash));
      if (!result.retry) queue = queue.filter((one) => one !== message);
      outcome = result.outcome;
      seen.add(`${result.outcome}${result.retry ? ', in the queue' : ''}`);
    });
    const stored = await webhooks.find({ tenant, kind: 'application', id: r.id }, webhookId);
    if (!survived) {
      mayHaveFailed = true;
      return;
    }
    if (outcome === 'delivered') failingSince = undefined;
    if (outcome === 'gone') expect(stored?.disabled?.reason, 'a 410 disables the webhook').toBe('GONE');
    // One that waited too long for its endpoint has failed without a call, which says nothing of the endpoint.
    const called = outcome === 'failed' && calls > callsBefore;
    if (called && failingSince && now >= later(failingSince, days(5)))
      expect(stored?.disabled?.reason, 'five days of failures disable the webhook').toBe('FAILING');
    if (called) failingSince ??= now;
    if (stored?.disabled) {
      seen.add(`disabled: ${stored.disabled.reason}`);
      if (stored.disabled.reason === 'FAILING') expect(now.getTime()).toBeGreaterThanOrEqual(days(5) + (failingSince?.getTime() ?? 0));
    }
  }

  const story = {
    accept: () => {
      const eventId = `evt_${made.length}`;
      const id = deliveryId(eventId, webhookId);
      const delivery = { id, tenant, applicationId: r.id, webhookId, eventId, body: `{"id":"${id}"}` };
      made.push(delivery);
      send(delivery);
    },
    repeat: (which: number) => {
      const delivery = made[which % Math.max(1, made.length)];
      if (delivery) send(delivery);
    },
    feel: (next: Mood) => {
      mood = next;
    },
    wait: (milliseconds: number) => {
      now = later(now, milliseconds);
    },
    work,
    sendDue: (crash?: Crash) =>
      survives(async () => {
        const dying = deps(crash);
        const { takeDue } = dying.deliveries;
        const { sent } = await sendDueDeliveries({ ...dying, deliveries: { due: deliveries.due, takeDue }, runFor: seconds(45) });
        if (sent > 0) seen.add('sent when due');
      }),
    enable: async () => {
      if ((await webhook())?.disabled) seen.add('enabled');
      const { e } = await admin.do(`mutation { e: enableWebhook(webhookID: "${webhookId}") { status { condition } } }`);
      if (isDisabled) failingSince = undefined;
      isDisabled = false;
      expect(e.status.condition).not.toBe('DISABLED');
    },
    replay: async (which: number, isSent: boolean) => {
      const chosen = made[which % Math.max(1, made.length)];
      if (!chosen) return;
      const before = await record(chosen);
      const mayBegin = before !== undefined && before.state !== 'PENDING' && !isDisabled;
      const replayed = await redeliver(chosen.id, actor, replaying()).catch((error: unknown) => {
        expect(error, 'only known refusals').toBeInstanceOf(AppError);
        return undefined;
      });
      expect(replayed !== undefined, 'a delivery begins anew exactly if it ended and its webhook is enabled').toBe(mayBegin);
      if (!replayed) return;
      seen.add('replayed');
      restarts.add(chosen.id);
      ended.delete(chosen.id);
      if (isSent) send(chosen);
    },
    recover: async (since: number) => {
      const from = later(now, -since);
      const failed = [];
      for (const delivery of made) {
        const item = await record(delivery);
        if ((item?.state === 'FAILED' || item?.state === 'GONE') && item.createdAt >= from.toISOString()) failed.push(delivery.id);
      }
      if (isDisabled) return;
      expect(await recoverWebhook(webhookId, from.toISOString(), actor, replaying()), 'all that failed begin anew').toBe(failed.length);
      if (failed.length > 0) seen.add('recovered');
      for (const id of failed) {
        restarts.add(id);
        ended.delete(id);
      }
    },
    check,
    /** Everything is well from now on, and goes on until nothing is left to do. */
    end: async () => {
      mood = 'fine';
      await story.enable();
      const pending = [];
      for (const delivery of made) {
        const item = await record(delivery);
        const isYoung = item === undefined || now < later(new Date(item.since), hours(70));
        if (isYoung && (item === undefined || item.state === 'PENDING')) pending.push(delivery);
      }
      for (let round = 0; round < 400; round++) {
        while (queue.some(({ visibleAt }) => visibleAt <= now)) await work();
        await story.sendDue();
        if (queue.some(({ visibleAt }) => visibleAt <= now)) continue;
        const waits = (await Promise.all(made.map(record))).flatMap((item) =>
          item?.state === 'PENDING' && item.idSk ? [item.idSk.slice(0, 24)] : [],
        );
        const next = [...queue.map(({ visibleAt }) => visibleAt.getTime()), ...waits.map((at) => Date.parse(at))].sort((a, b) => a - b)[0];
        if (next === undefined) break;
        now = new Date(Math.max(next + 1, now.getTime() + 1));
      }
      await check();
      for (const delivery of pending) expect((await record(delivery))?.state, 'a delivery arrives in the end').toBe('SUCCEEDED');
      expect(queue).toEqual([]);
    },
  };
  return story;
}
