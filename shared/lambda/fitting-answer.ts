import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AppError } from '../core/errors.ts';
import { type ApiEvent, type ApiResult, headerOf } from './api-event.ts';

const zip = promisify(gzip);

/** Maximum bytes of an answer. Lambda allows 6 MB, with the body as a JSON string and further headers. */
const maxAnswerBytes = 6 * 1024 * 1024 - 16 * 1024;

/** The most bytes that one character of a body of JSON becomes on the way, as UTF-8 or as an escape. */
const growth = 3;

/** Returns an answer that fits: compressed only if necessary and if the caller accepts gzip; undefined if it does not fit. */
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
    'the answer would be larger than this system can send: ask for smaller pages, fewer texts, or single objects, accept gzip, or read large texts from their downloadURL. A mutation was carried out all the same.',
  );
