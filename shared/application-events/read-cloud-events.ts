import { AppError } from '../core/errors.ts';
import { eventOfHeaders, isBinaryMode } from './binary-mode.ts';
import { type CloudEvent, checkedCloudEvent, identityOf } from './cloud-event.ts';
import { readEventJson } from './event-json.ts';
import { maxBatchEvents } from './event-limits.ts';
import { type HttpMessage, mediaTypeOf, textOf } from './http-message.ts';

const structured = 'application/cloudevents+json';
const batch = 'application/cloudevents-batch+json';

/** Returns true if a message is a CloudEvent in one of the three modes of the HTTP binding, also in a format that is not read here. */
export const isCloudEvent = (message: HttpMessage): boolean =>
  mediaTypeOf(message).essence.startsWith('application/cloudevents') || isBinaryMode(message);

/**
 * Reads the events of a message in structured, batched or binary mode (HTTP binding of CloudEvents 1.0, 3). Throws UnsupportedEventFormat, BadRequest,
 * InvalidData, also if a batch has two different events of one identity.
 */
export function readCloudEvents(message: HttpMessage): CloudEvent[] {
  const { essence } = mediaTypeOf(message);
  if (essence === structured) return [checkedCloudEvent(readEventJson(textOf(message)))];
  if (essence === batch) return eventsOfBatch(readEventJson(textOf(message)));
  if (essence.startsWith('application/cloudevents')) {
    throw new AppError('UnsupportedEventFormat', `CloudEvents are sent as ${structured}, as ${batch}, or with headers`);
  }
  if (isBinaryMode(message)) return [checkedCloudEvent(eventOfHeaders(message))];
  throw new AppError('UnsupportedEventFormat', `the request is no CloudEvent: send ${structured}, ${batch}, or the header ce-specversion`);
}

function eventsOfBatch(value: unknown): CloudEvent[] {
  if (!Array.isArray(value)) throw new AppError('BadRequest', 'a batch must be a JSON array');
  if (value.length > maxBatchEvents) throw new AppError('BadRequest', `a batch must have at most ${maxBatchEvents} events`);
  const events = value.map(checkedCloudEvent);
  const known = new Map<string, string>();
  for (const [position, event] of events.entries()) {
    const [identity, json] = [identityOf(event), JSON.stringify(event)];
    if ((known.get(identity) ?? json) !== json) {
      throw new AppError('InvalidData', 'Invalid data CloudEvent', {
        details: { [`id[${position}]`]: 'is that of another event of the same source in the batch' },
      });
    }
    known.set(identity, json);
  }
  return events;
}
