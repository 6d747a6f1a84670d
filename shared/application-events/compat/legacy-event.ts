import { newId } from '../../core/ids.ts';
import { type CloudEvent, checkedCloudEvent, isTime } from '../cloud-event.ts';
import { readEventJson } from '../event-json.ts';
import { type HttpMessage, textOf } from '../http-message.ts';

/** A refusal as the original's event publisher proxy words it. */
interface LegacyProblem {
  readonly type: 'bad_payload_syntax' | 'validation_violation';
  readonly message: string;
  readonly moreInfo?: string;
  readonly details?: readonly { readonly field: string; readonly type: string; readonly message: string }[];
}

type LegacyEvent = { readonly event: CloudEvent } | { readonly problem: LegacyProblem };

const fields = ['event-type', 'event-type-version', 'event-time', 'event-id', 'data'] as const;
type Field = (typeof fields)[number];

const isValid: Readonly<Partial<Record<Field, (value: string) => boolean>>> = {
  'event-type-version': (value) => !/[^a-zA-Z0-9]/.test(value),
  'event-time': isTime,
  'event-id': (value) => /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/i.test(value),
};

/**
 * Reads an event in the JSON of the original (`event-type`, `event-type-version`, `event-time`, `data`, optional `event-id`) as a CloudEvent of the
 * Application: its type is that type and version, joined by a dot. An event without id gets one, so that a repetition of it is another event.
 */
export function readLegacyEvent(message: HttpMessage, application: string): LegacyEvent {
  const given = objectIn(message);
  if (!given) return { problem: { type: 'bad_payload_syntax', message: 'Bad payload syntax', moreInfo: 'a JSON object is required' } };
  for (const field of fields) {
    const problem = problemOf(field, given[field]);
    if (problem) return { problem };
  }
  const type = `${given['event-type']}.${given['event-type-version']}`;
  try {
    const event = checkedCloudEvent({
      specversion: '1.0',
      id: given['event-id'] || newId(),
      source: encodeURIComponent(application),
      type,
      time: given['event-time'],
      datacontenttype: 'application/json',
      eventtypeversion: given['event-type-version'],
      data: given.data,
    });
    return { event };
  } catch {
    return { problem: invalidField('event-type') };
  }
}

function objectIn(message: HttpMessage): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = readEventJson(textOf(message));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(field: Field, value: unknown): LegacyProblem | undefined {
  const absent = value === undefined || value === null || value === '';
  if (absent) return field === 'event-id' ? undefined : missingField(field);
  if (field === 'data') return undefined;
  if (typeof value !== 'string') {
    return { type: 'bad_payload_syntax', message: 'Bad payload syntax', moreInfo: `${field} must be a string` };
  }
  return (isValid[field]?.(value) ?? true) ? undefined : invalidField(field);
}

const missingField = (field: Field): LegacyProblem => violation(field, 'missing_field', 'Missing field');
const invalidField = (field: Field): LegacyProblem => violation(field, 'invalid_field', 'Invalid field');

const violation = (field: Field, type: string, message: string): LegacyProblem => ({
  type: 'validation_violation',
  message,
  details: [{ field, type, message }],
});
