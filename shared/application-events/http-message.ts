import { AppError } from '../core/errors.ts';
import { maxBodyBytes } from './event-limits.ts';

/** A request as far as the CloudEvents binding reads it. */
export interface HttpMessage {
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** Throws EventTooLarge. */
export function requireSmall({ body }: HttpMessage): void {
  if (body.length > maxBodyBytes) throw new AppError('EventTooLarge', `the request body is larger than ${maxBodyBytes} bytes`);
}

interface MediaType {
  /** In lower case, without parameters. */
  readonly essence: string;
  readonly charset?: string;
}

/** The `Content-Type` of a message (RFC 9110, 8.3.1); an empty essence without one. */
export function mediaTypeOf({ headers }: Pick<HttpMessage, 'headers'>): MediaType {
  const [essence = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const charset = parameters.map((parameter) => parameter.toLowerCase()).find((parameter) => parameter.startsWith('charset='));
  return {
    essence: essence.toLowerCase(),
    ...(charset !== undefined && { charset: charset.slice('charset='.length).replaceAll('"', '') }),
  };
}

/** Returns true for `application/json` and types whose suffix is `+json` (RFC 6839). */
export const isJson = (essence: string): boolean => hasSyntax(essence, 'json');

/** Returns true for types in XML (RFC 7303). */
export const isXml = (essence: string): boolean => hasSyntax(essence, 'xml');

const hasSyntax = (essence: string, name: string): boolean => essence.endsWith(`/${name}`) || essence.endsWith(`+${name}`);

/** The body as text. Throws BadRequest if it is not UTF-8, UnsupportedEventFormat if its charset is another one. */
export function textOf(message: HttpMessage): string {
  const { charset = 'utf-8' } = mediaTypeOf(message);
  if (!['utf-8', 'utf8', 'us-ascii'].includes(charset)) {
    throw new AppError('UnsupportedEventFormat', 'an event is sent with charset UTF-8');
  }
  const text = utf8Of(message.body);
  if (text === undefined) throw new AppError('BadRequest', 'the body is not UTF-8');
  return text;
}

/** The bytes as text; undefined if they are not UTF-8. */
export function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
