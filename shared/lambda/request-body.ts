import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type ApiEvent, bodyOf, headerOf } from './api-event.ts';

const unzip = promisify(gunzip);

/** The body of a request, or the status and reason of its refusal. */
export type RequestBody = { readonly body: string } | { readonly status: 400 | 413 | 415; readonly problem: string };

/** The only coding of a request that is undone. API Gateway hands packed bodies on as they are. */
export const acceptedRequestCoding = 'gzip';

/** The `Content-Encoding` of a request; undefined if its body is sent as it is. */
export function codingOf(event: ApiEvent): string | undefined {
  const coding = headerOf(event, 'content-encoding')?.trim().toLowerCase();
  return coding === '' || coding === 'identity' ? undefined : coding;
}

/** Reads a body that may be packed. Unpacking stops at `maxBytes`. */
export async function requestBody(event: ApiEvent, maxBytes: number): Promise<RequestBody> {
  const coding = codingOf(event);
  if (coding === undefined) return sizeOf(event) > maxBytes ? tooLarge(maxBytes) : { body: bodyOf(event) };
  if (coding !== acceptedRequestCoding && coding !== 'x-gzip') {
    return { status: 415, problem: `the request body has a content coding other than ${acceptedRequestCoding}` };
  }
  try {
    const packed = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'latin1');
    return { body: (await unzip(packed, { maxOutputLength: maxBytes })).toString() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(maxBytes) : { status: 400, problem: 'the request body cannot be unpacked' };
  }
}

/** Computed without decoding: a body that is too large for unknown callers is decoded once, for known ones. */
const sizeOf = ({ body = '', isBase64Encoded }: ApiEvent): number => Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8');

const tooLarge = (maxBytes: number) => ({ status: 413, problem: `the request body is larger than ${maxBytes} bytes` }) as const;
