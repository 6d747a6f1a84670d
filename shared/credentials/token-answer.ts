import { answeredText } from '../http/answered-text.ts';
import type { GuardedAnswer } from '../http/guarded-call.ts';
import { isSuccess } from '../http/status-line.ts';

export interface TokenAnswer {
  readonly result: 'token';
  readonly accessToken: string;
  /** Seconds; undefined where the endpoint does not say, or says that the token does not end. */
  readonly lifetime: number | undefined;
}

interface Refusal {
  readonly result: 'refused';
  /** Contains nothing of the answer but its status and an error code of RFC 6749. */
  readonly reason: string;
}

/**
 * Reads an answer of a token endpoint, as tolerantly as golang.org/x/oauth2: any 2xx, JSON or a form, names in any case, any `token_type`, and
 * `expires_in` as a number, text, null or zero.
 */
export function tokenAnswer(answer: GuardedAnswer): TokenAnswer | Refusal {
  const { status, truncated, body } = answer;
  const contentType = answer.header('content-type');
  const fields = truncated ? undefined : fieldsOf(answeredText({ body, contentType }) ?? body.toString(), contentType);
  const code = errorCodes.find((one) => one === fields?.error);
  const said = `the token endpoint answered ${status}${code ? ` (${code})` : ''}`;
  if (!isSuccess(status)) return refused(said);
  if (truncated) return refused(`${said} with more than 64 KB`);
  if (!fields) return refused(`${said} with neither JSON nor a form`);
  if (fields.error) return refused(code ? said : `${said} with an error`);
  return tokenIn(fields, said);
}

function tokenIn({ access_token: accessToken, expires_in: lifetime }: Fields, said: string): TokenAnswer | Refusal {
  if (typeof accessToken !== 'string' || accessToken === '') return refused(`${said} without an access token`);
  if (/[^\t\x20-\x7e\u0080-\uffff]/.test(accessToken)) return refused(`${said} with an access token that cannot be sent`);
  return { result: 'token', accessToken, lifetime: secondsOf(lifetime) };
}

const refused = (reason: string): Refusal => ({ result: 'refused', reason });

/** RFC 6749, 5.2. */
const errorCodes = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
] as const;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(text: string, contentType: string | undefined): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? lowerCased(value) : undefined;
  } catch {
    return formTypes.test(contentType ?? '') ? Object.fromEntries(new URLSearchParams(text.trim())) : undefined;
  }
}

/** Some endpoints write `Access_Token`; Go's decoder reads that, too. */
const lowerCased = (value: object): Fields => Object.fromEntries(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]));

const formTypes = /^\s{0,9}(application\/x-www-form-urlencoded|text\/plain)\s{0,9}(;|$)/i;

function secondsOf(lifetime: unknown): number | undefined {
  const seconds = typeof lifetime === 'number' || typeof lifetime === 'string' ? Number(lifetime) : 0;
  return Number.isFinite(seconds) && seconds !== 0 ? seconds : undefined;
}
