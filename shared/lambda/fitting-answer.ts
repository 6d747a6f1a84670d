import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AppError } from '../core/errors.ts';
import { type ApiEvent, type ApiResult, headerOf } from './api-event.ts';

const zip = promisify(gzip);

/** Lambda hands on 6 MB, in which the body is a JSON text; a little room is for headers that are still to come. */
const maxAnswerBytes = 6 * 1024 * 1024 - 16 * 1024;

/** The most bytes that one character of a body of JSON becomes on the way, as UTF-8 or as an escape. */
const growth = 3;

/** The answer as it can go through: packed only where it would not fit otherwise and the caller can unpack it; undefined when nothing helps. */
export async function fittingAnswer(event: ApiEvent, answer: ApiResult): Promise<ApiResult | undefined> {
  if (fits(answer)) return answer;
  if (!takesGzip(headerOf(event, 'accept-encoding') ?? '')) return undefined;
  const packed: ApiResult = {
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: (await zip(answer.body ?? '')).toString('base64'),
    isBase64Encoded: true,
  };
  return fits(packed) ? packed : undefined;
}

/** Returns true if an `Accept-Encoding` names gzip with a quality above 0 (RFC 9110, 12.5.3). */
const takesGzip = (accepted: string): boolean =>
  accepted
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim()))
    .some(([coding, quality = 'q=1']) => (coding === 'gzip' || coding === 'x-gzip') && Number(quality.slice('q='.length)) > 0);

const fits = ({ body = '' }: ApiResult): boolean =>
  body.length * growth <= maxAnswerBytes || Buffer.byteLength(JSON.stringify(body)) <= maxAnswerBytes;

/** Error for a response over Lambda's 6 MB limit. Responses are never silently truncated. */
export const answerTooLarge = (): AppError =>
  new AppError(
    'AnswerTooLarge',
    'the answer would be larger than this system can send: ask for smaller pages, fewer texts, or single objects. A mutation was carried out all the same.',
  );
