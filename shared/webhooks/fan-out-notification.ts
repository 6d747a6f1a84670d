import { type Clock, later } from '../core/clock.ts';
import type { Limits } from '../core/quotas.ts';
import { tenantId } from '../core/tenant-id.ts';
import type { NotifyingEvent } from '../events/notifying-events.ts';
import { type AudienceDeps, audienceOf } from './audience.ts';
import { type Concerned, type ConcernedDeps, concernedPages } from './concerned-applications.ts';
import { configurationDelivery } from './configuration-delivery.ts';
import type { ConfigurationChange } from './configuration-notification.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { FanOutMessage, FanOutQueue } from './fan-out-message.ts';

export interface FanOutDeps extends AudienceDeps, ConcernedDeps {
  readonly formations: AudienceDeps['formations'] & ConcernedDeps['formations'];
  readonly queue: Pick<DeliveryQueue, 'send'>;
  /** Takes what is left when an invocation has done its part. */
  readonly rest: FanOutQueue;
  readonly limits: Pick<Limits, 'webhooks'>;
  readonly clock: Clock;
  readonly pace: FanOutPace;
}

/** The part that one invocation does: it ends after the page that reaches the time or the number of deliveries. */
export interface FanOutPace {
  /** Milliseconds. */
  readonly runFor: number;
  readonly maxDeliveries: number;
  /** Applications, 100 at most. */
  readonly pageSize: number;
}

export interface FannedOut {
  readonly deliveries: number;
  /** True if another invocation goes on with the rest. */
  readonly continues: boolean;
}

/** Number of messages sent at once: five calls of ten. Memory holds these and one page. */
const sendSize = 50;

/**
 * Queues one delivery per webhook of the Applications that the event concerns, and leaves the rest of a large audience to another invocation. The rest
 * is queued after the deliveries before it, so that a crash loses none; a repetition makes the same deliveries with the same ids.
 */
export async function fanOutNotification({ from, ...event }: FanOutMessage, deps: FanOutDeps): Promise<FannedOut> {
  const { metadata } = event.detail;
  const [tenant, at, end] = [tenantId(metadata.tenant), new Date(metadata.occurredAt), later(deps.clock(), deps.pace.runFor)];
  let waiting: Delivery[] = [];
  let sent = 0;
  const walk = { tenant, audience: await audienceOf(event, deps), at, from, pageSize: deps.pace.pageSize };
  for await (const { concerned, rest } of concernedPages(walk, deps)) {
    for (const one of concerned) {
      waiting.push(...deliveriesOf(one, event, deps.limits));
      while (waiting.length >= sendSize) {
        await deps.queue.send(waiting.slice(0, sendSize));
        waiting = waiting.slice(sendSize);
        sent += sendSize;
      }
    }
    if (rest && (sent + waiting.length >= deps.pace.maxDeliveries || deps.clock() >= end)) {
      await deps.queue.send(waiting);
      await deps.rest.continue({ ...event, from: rest });
      return { deliveries: sent + waiting.length, continues: true };
    }
  }
  await deps.queue.send(waiting);
  return { deliveries: sent + waiting.length, continues: false };
}

function deliveriesOf(
  { recipient, runtimeId, formations }: Concerned,
  event: NotifyingEvent,
  { webhooks }: FanOutDeps['limits'],
): Delivery[] {
  const change: ConfigurationChange = {
    applicationId: recipient.applicationId,
    runtimeId,
    formations,
    credentials: credentialsOf(event),
    reason: event['detail-type'],
  };
  // An Application that got its webhooks before there was a limit may have any number.
  return recipient.webhookIds
    .slice(0, webhooks)
    .map((webhookId) => configurationDelivery(webhookId, recipient, event.detail.metadata, change));
}

function credentialsOf({ detail: { data } }: NotifyingEvent): ConfigurationChange['credentials'] {
  if (!('bundleInstanceAuthId' in data)) return undefined;
  const { bundleId, bundleInstanceAuthId } = data;
  return { bundleId, bundleInstanceAuthId };
}
