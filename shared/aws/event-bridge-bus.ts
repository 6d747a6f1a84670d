import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { DomainEvent } from '../events/domain-event.ts';
import type { EventBus } from '../events/event-bus.ts';
import { inBatches } from './in-batches.ts';
import { untilAccepted } from './until-accepted.ts';

/** Ten entries a call; below the 256 KB that every Region takes, with room for what EventBridge counts besides the detail. */
const limits = { count: 10, bytes: 240 * 1024 };

export function eventBridgeBus(client: EventBridgeClient, busName: string, firstDelay?: number): EventBus {
  const put = async (entries: readonly PutEventsRequestEntry[]) => {
    const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: [...entries] }));
    return entries.filter((_, index) => Entries[index]?.EventId === undefined);
  };

  return {
    publish: async (events) => {
      const entries = events.map((event) => entryOf(event, busName));
      let accepted = 0;
      for (const batch of inBatches(entries, limits, ({ Detail = '' }) => Buffer.byteLength(Detail))) {
        const refusal = await untilAccepted(batch, put, firstDelay);
        const [first] = refusal?.refused ?? [];
        if (first) return { accepted: accepted + batch.indexOf(first), cause: refusal?.cause };
        accepted += batch.length;
      }
      return { accepted };
    },
  };
}

const entryOf = ({ source, detailType, detail }: DomainEvent, busName: string): PutEventsRequestEntry => ({
  EventBusName: busName,
  Source: source,
  DetailType: detailType,
  Detail: JSON.stringify(detail),
  Time: new Date(detail.metadata.occurredAt),
  Resources: [],
});
