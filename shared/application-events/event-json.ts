import { beyondBounds } from '../core/bounded-json.ts';
import { AppError } from '../core/errors.ts';
import { maxBodyBytes } from './event-limits.ts';

/** EventBridge takes 1,000 levels. The bytes of a body bound everything else. */
const bounds = { depth: 100, elements: maxBodyBytes, values: maxBodyBytes };

/** A number in the notation in which it was sent. `JSON.stringify` writes it as it is. */
interface RawNumber {
  readonly rawJSON: string;
}

/** Parts of ECMAScript 2026 that the types of TypeScript 7.0 lack. */
const json = JSON as unknown as {
  rawJSON(text: string): RawNumber;
  parse(text: string, reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
};

/**
 * Parses JSON of an event. A number that JavaScript would write differently, such as an id of 20 digits, keeps its notation. Throws BadRequest; the
 * message quotes nothing of the text.
 */
export function readEventJson(text: string): unknown {
  const problem = beyondBounds(text, bounds);
  if (problem) throw new AppError('BadRequest', `the event ${problem}`);
  try {
    return json.parse(text, (_key, value, { source }) =>
      typeof value === 'number' && source !== undefined && String(value) !== source ? json.rawJSON(source) : value,
    );
  } catch (cause) {
    throw new AppError('BadRequest', 'the event is not JSON', { cause: withoutText(cause) });
  }
}

/** The kind of the error. Messages of JSON.parse quote the text. */
const withoutText = (error: unknown): string => (error instanceof Error ? error.name : 'Error');
