import { withHttps } from '../core/schemeless-url.ts';
import type { GuardedAnswer, GuardedRequest } from './guarded-call.ts';
import type { GuardedHttp } from './guarded-http.ts';
import { targetRefused } from './target.ts';

const maxRedirects = 5;

interface Redirected {
  readonly request: GuardedRequest;
  /**
   * Headers for targets of other origins, where the first request is a GET; credentials do not belong there. Without them, and after a POST, a
   * redirect to another origin is final.
   */
  readonly publicHeaders?: GuardedRequest['headers'];
}

/**
 * Makes a request and follows up to five redirects, all within the request's timeout. Each target is guarded as the first one. A POST is
 * repeated only where the status says so (307, 308), and otherwise followed by a GET (RFC 9110, 15.4). An answer without a usable `Location` is final. Throws TargetRefused or TargetUnreachable.
 */
export async function followRedirects({ request, publicHeaders }: Redirected, http: GuardedHttp): Promise<GuardedAnswer> {
  const end = Date.now() + request.timeout;
  const elsewhere = request.method === 'GET' ? publicHeaders : undefined;
  let current = request;
  for (let followed = 0; followed <= maxRedirects; followed += 1) {
    const answer = await http({ ...current, timeout: Math.max(1, end - Date.now()) });
    const next = following(current, answer, elsewhere);
    if (!next) return answer;
    current = next;
  }
  throw targetRefused(`the server redirected more than ${maxRedirects} times`);
}

/** The request that an answer asks for; undefined where the answer is final. */
function following(request: GuardedRequest, answer: GuardedAnswer, elsewhere: GuardedRequest['headers'] | undefined) {
  const url = redirects.has(answer.status) ? locationOf(answer, request.url) : undefined;
  if (url === undefined) return undefined;
  const next = repeating.has(answer.status) ? request : withoutBody(request);
  const headers = isSameOrigin(url, request.url) ? next.headers : elsewhere;
  return headers && { ...next, url, headers };
}

const redirects = new Set([301, 302, 303, 307, 308]);
const repeating = new Set([307, 308]);

const withoutBody = ({ body: _, headers, ...request }: GuardedRequest): GuardedRequest => ({
  ...request,
  method: 'GET',
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-'))),
});

const isSameOrigin = (one: string, other: string): boolean => originOf(one) === originOf(other);

const originOf = (url: string): string | undefined => URL.parse(withHttps(url))?.origin;

/** The next URL, as it is written where it is absolute. Servers write other characters than ASCII in UTF-8. */
function locationOf({ header }: GuardedAnswer, base: string): string | undefined {
  const location = Buffer.from(header('location') ?? '', 'latin1')
    .toString()
    .trim();
  if (location === '') return undefined;
  return /^https?:\/\//i.test(location) ? location : URL.parse(location, withHttps(base))?.href;
}
