import { type EventBridgeClient, PutEventsCommand, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { maxEventBytes } from '../application-events/event-limits.ts';
import { type BusEvent, bytesOf, type RuntimeBus } from '../application-events/send-events.ts';
import { inBatches } from './in-batches.ts';
import { untilAccepted } from './until-accepted.ts';

/** EventBridge takes ten entries a call, and as many bytes in a call as in one entry. */
const limits = { count: 10, bytes: maxEventBytes };

/** Errors of an entry that a repetition does not mend. */
const finalErrors = new Set([
  'InvalidArgument',
  'MalformedDetail',
  'NotAuthorizedForSourceException',
  'NotAuthorizedForDetailTypeException',
]);

/**
 * The bus of a Runtime on AWS. Entries that EventBridge refuses are sent again, up to 5 times within about 2 seconds; the calls stop at the first that does
 * not succeed, so that a request ends in time.
 */
export function runtimeBus(client: Pick<EventBridgeClient, 'send'>, busName: string, firstDelay?: number): RuntimeBus {
  return {
    put: async (events) => {
      const unstorable = new Set<BusEvent>();
      const put = async (batch: readonly BusEvent[]): Promise<BusEvent[]> => {
        const answers = await putEvents(client, busName, batch);
        for (const [index, event] of batch.entries()) if (isFinal(answers[index])) unstorable.add(event);
        return batch.filter((event, index) => answers[index]?.EventId === undefined && !unstorable.has(event));
      };
      const batches = inBatches(events, limits, bytesOf);
      for (const [index, batch] of batches.entries()) {
        const refusal = await untilAccepted(batch, put, firstDelay);
        if (!refusal) continue;
        return { events: [...unstorable, ...refusal.refused, ...batches.slice(index + 1).flat()], final: false, cause: refusal.cause };
      }
      return unstorable.size > 0 ? { events: [...unstorable], final: true } : undefined;
    },
  };
}

async function putEvents(client: Pick<EventBridgeClient, 'send'>, busName: string, events: readonly BusEvent[]) {
  const entries = events.map(({ source, type, json }) => ({ EventBusName: busName, Source: source, DetailType: type, Detail: json }));
  const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: entries }));
  return Entries;
}

const isFinal = (entry: PutEventsResultEntry | undefined): boolean => finalErrors.has(entry?.ErrorCode ?? '');
