import { randomUUID } from 'node:crypto';
import pRetry, { AbortError } from 'p-retry';
import { post, type Trust } from './https-post.ts';

export interface ApplicationEvent {
  readonly type: string;
  readonly data: unknown;
  /** Default: a random one. */
  readonly id?: string;
  /** The context in which it happened, as a URI reference (CloudEvents, `source`). Default: `/`. */
  readonly source?: string;
}

/** Statuses after which the same event may be sent again. */
const again = [429, 500, 502, 503, 504];

/**
 * Sends a CloudEvent in structured mode to the URL that the Director names, and resolves with its id once the Runtime has stored it. Every attempt has the same
 * id, by which receivers recognize an event that arrived twice.
 */
export async function sendEvent(
  eventsUrl: string,
  { type, data, id = randomUUID(), source = '/' }: ApplicationEvent,
  trust: Trust,
): Promise<string> {
  if (eventsUrl === '') throw new Error('no Runtime takes events of this Application at present');
  const time = new Date().toISOString();
  const event = { specversion: '1.0', id, source, type, time, datacontenttype: 'application/json', data };
  const attempt = async () => {
    const { status, body } = await post(eventsUrl, { 'content-type': 'application/cloudevents+json' }, JSON.stringify(event), trust);
    if (status === 204) return id;
    const refusal = new Error(`the Runtime answered the event with HTTP ${status}: ${body}`);
    throw again.includes(status) ? refusal : new AbortError(refusal);
  };
  return pRetry(attempt, { retries: 5, randomize: true });
}
