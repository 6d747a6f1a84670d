import * as z from 'zod';
import { AppError } from '../core/errors.ts';
import { maxTypeCharacters } from './event-limits.ts';

/** An event in the JSON format of CloudEvents 1.0, checked, without attributes that are null. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly [attribute: string]: unknown;
}

/** Characters that no attribute of type String has (CloudEvents 1.0, type system): control characters, halves of pairs, noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it finds.
const forbidden = /[\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/u;
const string = z
  .string()
  .min(1, 'must not be empty')
  .refine((value) => !forbidden.test(value), 'must have no control characters');
/** The characters of a URI reference are those of RFC 3986, others are percent-encoded. */
const isUriReference = (value: string): boolean => !/[^\w\-.~:/?#[\]@!$&'()*+,;=%]|%(?![0-9a-f]{2})/i.test(value);
const uriReference = string.refine(isUriReference, 'must be a URI reference');
const mediaType = string.refine(isMediaType, 'must be a media type');
const base64 = z.base64('must be base64');

const time = z.iso.datetime({ offset: true, error: 'must be a time of RFC 3339' });
export const isTime = (value: unknown): boolean => time.safeParse(value).success;

const contextAttributes = {
  specversion: z.literal('1.0', 'must be "1.0"'),
  id: string,
  source: uriReference,
  type: string.max(maxTypeCharacters, `must have at most ${maxTypeCharacters} characters`),
  datacontenttype: mediaType.optional(),
  dataschema: uriReference.regex(/^[a-z][a-z0-9+.-]{0,63}:/i, 'must be an absolute URI').optional(),
  subject: string.optional(),
  time: time.optional(),
  data: z.unknown().optional(),
  data_base64: base64.optional(),
};

/** The types of attributes that JSON can tell: String, Boolean, and Integer of 32 bits. */
const extension = z.union([string, z.boolean(), z.int32()], 'must be a string, a boolean or an integer of 32 bits');
const attributes = z.object(contextAttributes).catchall(extension);
const isAttributeName = (name: string): boolean => name !== '' && !/[^a-z0-9]/.test(name);

/** Checks an event in the JSON format. Throws InvalidData that names the attribute, with its position in a batch, and quotes no value. */
export function checkedCloudEvent(value: unknown, position?: number): CloudEvent {
  const at = position === undefined ? '' : `[${position}]`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidEvent(`event${at}`, 'must be a JSON object');
  const given = withoutNulls(value);
  const misnamed = Object.keys(given).find((name) => !isAttributeName(name) && name !== 'data_base64');
  if (misnamed !== undefined) throw invalidEvent(`event${at}`, 'must have names of attributes of lower-case letters and digits only');
  if ('data' in given && 'data_base64' in given) throw invalidEvent(`data_base64${at}`, 'must not stand beside data');
  const checked = attributes.safeParse(given);
  if (checked.success) return given as CloudEvent;
  const [issue] = checked.error.issues;
  const name = String(issue?.path[0] ?? 'event');
  throw invalidEvent(`${name}${at}`, name in given ? (issue?.message ?? 'is not valid') : 'is missing');
}

/** An attribute that is null counts as absent; null as the data is data. */
function withoutNulls(value: object): Record<string, unknown> {
  const hasBytes = 'data_base64' in value && value.data_base64 !== null;
  return Object.fromEntries(Object.entries(value).filter(([name, one]) => one !== null || (name === 'data' && !hasBytes)));
}

const invalidEvent = (field: string, problem: string) =>
  new AppError('InvalidData', `Invalid data CloudEvent`, { details: { [field]: problem } });

/** Events with the same identity are the same event (CloudEvents 1.0, `id`). */
export const identityOf = ({ source, id }: Pick<CloudEvent, 'source' | 'id'>): string => JSON.stringify([source, id]);

/** Returns true for a type and a subtype (RFC 9110, 8.3.1), whatever parameters follow. */
function isMediaType(value: string): boolean {
  const [essence = ''] = value.split(';');
  const parts = essence.trimEnd().split('/');
  return parts.length === 2 && parts.every((part) => part !== '' && !/[^\w!#$&^.+-]/.test(part));
}
