import { AppError } from '../core/errors.ts';
import type { AuthValue } from './auth-value.ts';
import { type AccessTokens, basicAuthorization } from './client-credentials.ts';

/** Headers and query parameters that credentials add to a request. */
export interface Authorization {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly url: string;
}

/** Headers that belong to the connection or to a delivery itself. No credential can set them. */
const reserved = new Set(['connection', 'expect', 'host', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'user-agent']);

const isReserved = (name: string): boolean => reserved.has(name) || /^(content|proxy|webhook)-/.test(name);

export async function authorize(url: string, auth: AuthValue | undefined, tokens: AccessTokens): Promise<Authorization> {
  const headers = { ...additionalHeaders(auth), ...(await credentialHeaders(auth?.credential, tokens)) };
  return { headers, url: withParameters(url, auth?.additionalQueryParams ?? {}) };
}

/** A name that is given in several spellings is one header with all values. */
function additionalHeaders(auth: AuthValue | undefined): Record<string, string[]> {
  const given = new Map<string, string[]>();
  for (const [written, values] of Object.entries(auth?.additionalHeaders ?? {})) {
    const name = written.toLowerCase();
    if (!isReserved(name)) given.set(name, [...(given.get(name) ?? []), ...values]);
  }
  return Object.fromEntries(given);
}

async function credentialHeaders(credential: AuthValue['credential'], tokens: AccessTokens): Promise<Record<string, string>> {
  if (!credential) return {};
  const { basic, oauth } = credential;
  if (basic) return { authorization: basicAuthorization(basic.username, basic.password) };
  if (oauth) return { authorization: asHeader(`Bearer ${await tokens.get(oauth)}`) };
  throw new AppError('TargetRefused', 'only basic and oauth credentials can be used');
}

/** Other characters than ASCII are sent in UTF-8; Node takes one character of a header for each byte. */
const asHeader = (value: string): string => Buffer.from(value).toString('latin1');

/** Adds parameters to a URL, whose own query stays as it was written (RFC 3986, 6.2.2): signatures and OData depend on it. */
export function withParameters(url: string, parameters: Readonly<Record<string, readonly string[]>>): string {
  const pairs = Object.entries(parameters).flatMap(([name, values]) =>
    values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  if (pairs.length === 0) return url;
  const end = url.includes('#') ? url.indexOf('#') : url.length;
  const [base, fragment] = [url.slice(0, end), url.slice(end)];
  const separator = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';
  return `${base}${separator}${pairs.join('&')}${fragment}`;
}
