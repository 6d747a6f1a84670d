import type { GuardedAnswer, GuardedRequest } from './guarded-call.ts';
import type { GuardedHttp } from './guarded-http.ts';
import { unreachable } from './target.ts';

const mostRedirects = 5;

interface Redirected {
  readonly request: GuardedRequest;
  /**
   * Headers for targets of other origins, as long as the request is a GET; credentials do not belong there. Without them, and for a POST, a
   * redirect to another origin is final.
   */
  readonly publicHeaders?: GuardedRequest['headers'];
}

/**
 * Makes a request and follows up to five redirects, all within the request's timeout. Each target is guarded as the first one. A POST is
 * repeated only where the status says so (307, 308). An answer without a usable `Location` is final. Throws TargetRefused or TargetUnreachable.
 */
export async function followRedirects({ request, publicHeaders }: Redirected, http: GuardedHttp): Promise<GuardedAnswer> {
  const end = Date.now() + request.timeout;
  let { url, headers } = request;
  for (let followed = 0; followed <= mostRedirects; followed += 1) {
    const answer = await http({ ...request, url, headers, timeout: Math.max(1, end - Date.now()) });
    const next = statusesOf(request).has(answer.status) ? locationOf(answer, url) : undefined;
    if (next === undefined) return answer;
    if (!isSameOrigin(next, url)) {
      if (!publicHeaders || request.method === 'POST') return answer;
      headers = publicHeaders;
    }
    url = next;
  }
  throw unreachable(`the server redirected more than ${mostRedirects} times`);
}

const always = new Set([307, 308]);
const withGet = new Set([301, 302, 303, 307, 308]);
const statusesOf = ({ method }: GuardedRequest) => (method === 'GET' ? withGet : always);

const isSameOrigin = (one: string, other: string): boolean => URL.parse(one)?.origin === URL.parse(other)?.origin;

/** The next URL, as it is written where it is absolute. Servers write other characters than ASCII in UTF-8. */
function locationOf({ header }: GuardedAnswer, base: string): string | undefined {
  const location = Buffer.from(header('location') ?? '', 'latin1')
    .toString()
    .trim();
  if (location === '') return undefined;
  return /^https?:\/\//i.test(location) ? location : URL.parse(location, base)?.href;
}
