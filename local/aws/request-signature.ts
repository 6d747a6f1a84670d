import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface SignedRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** The parts of a signature, from the header of a request or from the query of a signed address. */
interface Claim {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly date: string;
  readonly payload: string;
}

/**
 * Returns true if a request was signed with these credentials by Signature Version 4 of AWS, and its address has not expired. Clients of
 * the SDK name the digest of the body in a header; the body itself is not compared.
 */
export function isSigned(
  { method = 'GET', url = '/', headers }: SignedRequest,
  { accessKeyId, secretAccessKey }: AwsCredentials,
  now: Date,
): boolean {
  const [path = '/', query = ''] = url.split('?', 2);
  const parameters =
    query === '' ? [] : query.split('&').map((one): [string, string] => [before(one, '='), one.slice(before(one, '=').length + 1)]);
  const claim = claimOf(headers) ?? claimOfAddress(new Map(parameters), now);
  if (!claim) return false;
  const [key, ...scope] = claim.credential.split('/');
  if (key !== accessKeyId) return false;
  const canonical = [
    method,
    path,
    canonicalQuery(parameters),
    ...claim.signedHeaders.split(';').map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replace(/ {2,100}/g, ' ')}`,
    ),
    '',
    claim.signedHeaders,
    claim.payload,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', claim.date, scope.join('/'), createHash('sha256').update(canonical).digest('hex')].join('\n');
  const signingKey = scope.reduce((secret: string | Buffer, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  return sameText(hmac(signingKey, text).toString('hex'), claim.signature);
}

function claimOf(headers: IncomingHttpHeaders): Claim | undefined {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^,\s]{1,256}), ?SignedHeaders=([^,\s]{1,2048}), ?Signature=([0-9a-f]{64})$/;
  const [, credential, signedHeaders, signature] = pattern.exec(headers.authorization ?? '') ?? [];
  const { 'x-amz-date': date, 'x-amz-content-sha256': payload } = headers;
  if (!credential || !signedHeaders || !signature) return undefined;
  return { credential, signedHeaders, signature, date: String(date), payload: String(payload) };
}

function claimOfAddress(parameters: ReadonlyMap<string, string>, now: Date): Claim | undefined {
  const value = (name: string): string => decodeURIComponent(parameters.get(name) ?? '');
  const date = value('X-Amz-Date');
  const signedAt = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  // Without a time the comparison is false.
  if (!(now.getTime() <= signedAt + Number(value('X-Amz-Expires')) * 1000)) return undefined;
  return {
    credential: value('X-Amz-Credential'),
    signedHeaders: value('X-Amz-SignedHeaders'),
    signature: value('X-Amz-Signature'),
    date,
    payload: 'UNSIGNED-PAYLOAD',
  };
}

const canonicalQuery = (parameters: readonly (readonly [string, string])[]): string =>
  parameters
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

const before = (text: string, mark: string): string => text.split(mark, 1)[0] ?? '';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const sameText = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
