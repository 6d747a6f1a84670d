import { pagesOf } from '../core/page.ts';
import type { Limits } from '../core/quotas.ts';
import { type TenantId, tenantId } from '../core/tenant-id.ts';
import type { FormationReference } from '../events/event-metadata.ts';
import type { NotifyingEvent } from '../events/notifying-events.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import { type Audience, type AudienceDeps, audienceOf, type ConcernedRuntime } from './audience.ts';
import { type ConfigurationChange, configurationNotification } from './configuration-notification.ts';
import { type Delivery, deliveryId } from './delivery.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { Recipient, Recipients } from './recipient.ts';

export interface FanOutDeps extends AudienceDeps {
  readonly formations: Pick<FormationRepository, 'listMembers'>;
  readonly recipients: Recipients;
  readonly queue: Pick<DeliveryQueue, 'send'>;
  readonly limits: Pick<Limits, 'webhooks'>;
}

/** Maximum number of Applications in one batch read. */
const pageSize = 100;

/** Number of messages sent at once: five calls of ten. Memory holds these and one page. */
const sendSize = 50;

/**
 * Queues one delivery per webhook of every Application that the event concerns; returns their number. A repetition makes the same deliveries with the
 * same ids.
 */
export async function fanOutNotification(event: NotifyingEvent, deps: FanOutDeps): Promise<number> {
  let waiting: Delivery[] = [];
  let sent = 0;
  for await (const change of changesFor(await audienceOf(event, deps), tenantId(event.detail.metadata.tenant), deps)) {
    waiting.push(...deliveriesOf(change, event, deps.limits));
    while (waiting.length >= sendSize) {
      await deps.queue.send(waiting.slice(0, sendSize));
      waiting = waiting.slice(sendSize);
      sent += sendSize;
    }
  }
  await deps.queue.send(waiting);
  return sent + waiting.length;
}

interface Concerned {
  readonly recipient: Recipient;
  readonly runtimeId: string | undefined;
  readonly formations: readonly FormationReference[];
}

async function* changesFor(audience: Audience, tenant: TenantId, deps: FanOutDeps): AsyncGenerator<Concerned> {
  const named = new Map(audience.applications.map((application) => [application.applicationId, application]));
  for (const recipient of await deps.recipients.findMany(tenant, [...named.keys()])) {
    yield { recipient, runtimeId: undefined, formations: [], ...named.get(recipient.applicationId) };
  }
  for await (const concerned of changesInFormationsOf(audience.runtimes, tenant, deps)) {
    if (!named.has(concerned.recipient.applicationId)) yield concerned;
  }
}

async function* changesInFormationsOf(
  runtimes: readonly ConcernedRuntime[],
  tenant: TenantId,
  deps: FanOutDeps,
): AsyncGenerator<Concerned> {
  const visited = new Set<string>();
  for (const { runtime, formationId } of runtimes.flatMap(pairsOf)) {
    if (visited.has(formationId)) continue;
    for await (const recipient of membersOf(tenant, formationId, deps)) {
      if (isFirstVisit(recipient, visited)) yield concernedBy(runtime, recipient, formationId);
    }
    visited.add(formationId);
  }
}

const pairsOf = (runtime: ConcernedRuntime) => runtime.formations.map(({ id }) => ({ runtime, formationId: id }));

/** An Application in several of the formations is visited in the first of them only, so that no list of visited ones is needed. */
const isFirstVisit = ({ formations }: Recipient, visited: ReadonlySet<string>): boolean =>
  !Object.keys(formations).some((id) => visited.has(id));

function concernedBy({ runtimeId, formations }: ConcernedRuntime, recipient: Recipient, foundIn: string): Concerned {
  return { recipient, runtimeId, formations: formations.filter(({ id }) => id === foundIn || id in recipient.formations) };
}

async function* membersOf(tenant: TenantId, formationId: string, deps: FanOutDeps): AsyncGenerator<Recipient> {
  for await (const members of pagesOf((page) => deps.formations.listMembers(tenant, formationId, 'APPLICATION', page), pageSize)) {
    const ids = members.map(({ objectId }) => objectId);
    yield* await deps.recipients.findMany(tenant, ids);
  }
}

function deliveriesOf(
  { recipient, runtimeId, formations }: Concerned,
  event: NotifyingEvent,
  { webhooks }: FanOutDeps['limits'],
): Delivery[] {
  const { metadata } = event.detail;
  const reason = event['detail-type'];
  const { applicationId, applicationTemplateId } = recipient;
  const change: ConfigurationChange = {
    applicationId,
    runtimeId,
    formations,
    credentials: credentialsOf(event),
    reason,
  };
  // An Application that got its webhooks before there was a limit may have any number.
  return recipient.webhookIds.slice(0, webhooks).map((webhookId) => {
    const id = deliveryId(metadata.eventId, webhookId, ...(applicationTemplateId ? [applicationId] : []));
    return {
      id,
      tenant: tenantId(metadata.tenant),
      applicationId,
      webhookId,
      ...(applicationTemplateId && { applicationTemplateId }),
      eventId: metadata.eventId,
      eventType: reason,
      body: configurationNotification(id, metadata, change),
    };
  });
}

function credentialsOf({ detail: { data } }: NotifyingEvent): ConfigurationChange['credentials'] {
  if (!('bundleInstanceAuthId' in data)) return undefined;
  const { bundleId, bundleInstanceAuthId } = data;
  return { bundleId, bundleInstanceAuthId };
}
