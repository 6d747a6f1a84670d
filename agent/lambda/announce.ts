import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { AgentError } from '../agent-error.ts';
import { type Announcement, agentEventSource, applicationEventTypes, detailOf } from './application-events.ts';
import { slicesOf } from './slices.ts';

interface Announcing {
  readonly client: EventBridgeClient;
  readonly busName: string;
  readonly owner: { readonly runtimeId: string; readonly tenant: string };
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Puts announcements on the bus. Returns once all are there, and throws otherwise; some may be there then. */
export type Announce = (announcements: readonly Announcement[]) => Promise<void>;

/** Entries of a call to PutEvents. */
const maxEntries = 10;
const attempts = 4;
/** Milliseconds before the second attempt; each further one waits twice as long. */
const firstPauseMs = 100;

/** Takes up to ten announcements a call, and puts again those of a call that EventBridge did not take. */
export function announceOn({ client, busName, owner, sleep, signal }: Announcing): Announce {
  async function putAll(announcements: readonly Announcement[]): Promise<void> {
    let left = announcements;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (attempt > 0) await sleep(firstPauseMs * 2 ** (attempt - 1), signal);
      signal.throwIfAborted();
      const Entries = left.map((one) => ({
        EventBusName: busName,
        Source: agentEventSource,
        DetailType: applicationEventTypes[one.kind],
        Detail: JSON.stringify(detailOf(one, owner)),
      }));
      const answer = await client.send(new PutEventsCommand({ Entries }), { abortSignal: signal });
      left = left.filter((_, position) => answer.Entries?.[position]?.EventId === undefined);
      if (left.length === 0) return;
    }
    throw new AgentError('unavailable', `EventBridge did not take ${left.length} events`);
  }
  return async (announcements) => {
    for (const slice of slicesOf(announcements, maxEntries)) await putAll(slice);
  };
}
