import { AppError } from '../core/errors.ts';
import { readEventJson } from './event-json.ts';
import { attributeInHeader } from './header-value.ts';
import { type HttpMessage, isJson, isXml, mediaTypeOf, utf8Of } from './http-message.ts';

const prefix = 'ce-';

/** Returns true if the headers of a message hold a CloudEvent (HTTP binding, 3.1). */
export const isBinaryMode = ({ headers }: Pick<HttpMessage, 'headers'>): boolean => headers['ce-specversion'] !== undefined;

/** The event of a message in binary mode, in the JSON format and not checked yet. Throws InvalidData, BadRequest. */
export function eventOfHeaders(message: HttpMessage): Readonly<Record<string, unknown>> {
  const attributes: Record<string, unknown> = {};
  for (const [header, value] of Object.entries(message.headers)) {
    if (!header.startsWith(prefix) || value === undefined) continue;
    const name = header.slice(prefix.length);
    // The media type of the data has a header of its own, and the data is the body.
    if (['datacontenttype', 'data', 'data_base64'].includes(name))
      throw invalidHeader(header, 'must not be sent: see Content-Type and the body');
    attributes[name] = attributeInHeader(value) ?? refuse(header);
  }
  const datacontenttype = message.headers['content-type'];
  return { ...attributes, ...(datacontenttype && { datacontenttype }), ...dataOf(message) };
}

/** JSON as it is, text as a string, and everything else in base64 (JSON format of CloudEvents, 3.1). */
function dataOf(message: HttpMessage): { data?: unknown; data_base64?: string } {
  const { essence, charset = 'utf-8' } = mediaTypeOf(message);
  const { body } = message;
  if (body.length === 0) return {};
  const text = charset === 'utf-8' && isText(essence) ? utf8Of(body) : undefined;
  if (text === undefined) return { data_base64: body.toString('base64') };
  return { data: isJson(essence) ? readEventJson(text) : text };
}

const isText = (essence: string): boolean => isJson(essence) || isXml(essence) || essence.startsWith('text/');

const refuse = (header: string): never => {
  throw invalidHeader(header, 'must be percent-encoded UTF-8');
};

const invalidHeader = (header: string, problem: string) =>
  new AppError('InvalidData', 'Invalid data CloudEvent', { details: { [header]: problem } });
