import { deliveryId } from '#shared/webhooks/delivery.ts';
import type { Creation } from './ledger.ts';
import type { Receiver } from './receivers.ts';

export interface Listener {
  readonly webhookId: string;
  readonly receiver: Pick<Receiver, 'temper' | 'received'>;
}

export interface BusEvent {
  readonly 'detail-type': string;
  readonly detail: { readonly metadata: { readonly eventId: string }; readonly data: Readonly<Record<string, unknown>> };
}

export interface Found {
  readonly id: string;
  readonly name: string;
}

/** Checks that every acknowledged object exists once, and no refused or deleted one does. */
export function creationDifferences(creations: readonly Creation[], found: readonly Found[]): string[] {
  const byName = Map.groupBy(found, ({ name }) => name);
  return creations.flatMap(({ kind, name, outcome, id, deletion }) => {
    const there = byName.get(name) ?? [];
    const [least, most] = expected(outcome, deletion);
    if (there.length < least) return [`the ${kind} ${name} was acknowledged and is not there`];
    if (there.length > most) return [`the ${kind} ${name} is there ${there.length} times instead of ${most}`];
    return id !== undefined && there[0] !== undefined && there[0].id !== id ? [`the ${kind} ${name} has another id than was answered`] : [];
  });
}

function expected(outcome: Creation['outcome'], deletion: Creation['deletion']): [least: number, most: number] {
  if (outcome === 'refused' || deletion === 'acknowledged') return [0, 0];
  if (outcome === 'unknown' || deletion === 'unknown') return [0, 1];
  return [1, 1];
}

/** Checks that every existing object raised its event, under one id on each repetition. */
export function eventDifferences(events: readonly BusEvent[], detailType: string, idField: string, found: readonly Found[]): string[] {
  const ids = Map.groupBy(
    events.filter((event) => event['detail-type'] === detailType),
    ({ detail }) => detail.data[idField],
  );
  return found.flatMap(({ id, name }) => {
    const different = new Set(ids.get(id)?.map(({ detail }) => detail.metadata.eventId)).size;
    return different === 1 ? [] : [`${detailType} of ${name} came to the bus under ${different} ids`];
  });
}

/** Every Runtime that joined the formation came to the healthy listeners, under the id that event and webhook give, with one body. */
export function deliveryDifferences(events: readonly BusEvent[], listeners: readonly Listener[]): string[] {
  const assigned = events.filter((event) => event['detail-type'] === 'FormationAssigned' && event.detail.data.objectType === 'RUNTIME');
  const eventIds = [...new Set(assigned.map(({ detail }) => detail.metadata.eventId))];
  const missing = listeners
    .filter(({ receiver }) => receiver.temper === 'healthy')
    .flatMap(({ receiver, webhookId }) =>
      eventIds
        .filter((eventId) => !receiver.received.has(deliveryId(eventId, webhookId)))
        .map((eventId) => `${eventId} did not come to ${webhookId}`),
    );
  const unequal = listeners.flatMap(({ receiver }) =>
    [...receiver.received].filter(([, bodies]) => bodies.size > 1).map(([id]) => `${id} was posted with different bodies`),
  );
  return [...missing, ...unequal];
}
