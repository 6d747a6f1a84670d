import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type * as z from 'zod';
import { originSecretValues } from '../aws/origin-secret.ts';
import type { Clock } from '../core/clock.ts';
import type { environment } from '../core/environment.ts';
import { type ApiEvent, certificateOf, headerOf } from './api-event.ts';

/** The header by which the firewall shows that a request comes from it. It replaces one of the same name that a client sends. */
export const originHeader = 'x-compass-origin';

/** The id of a request in the access log of the firewall. */
const edgeRequestHeader = 'x-amz-cf-id';

/** The way by which a request reached a function. `direct` ones came past the firewall and are served, `refused` ones are not. */
export type Passage =
  | { readonly passage: 'firewall'; readonly client: string | undefined; readonly edgeRequestId: string | undefined }
  | { readonly passage: 'direct' | 'refused'; readonly client: string };

/** Undefined where no firewall stands in front of the request. */
export type Firewall = (event: ApiEvent) => Promise<Passage | undefined>;

export const noFirewall: Firewall = async () => undefined;

interface Guard {
  /** The values that the header may have. */
  readonly values: () => Promise<readonly string[]>;
  readonly directCalls: 'admitted' | 'refused';
}

/**
 * Finds out by the header whether a request came through the firewall. The certificate-secured API has none in front: a request with a client
 * certificate is not asked for the header.
 */
export const firewallOf =
  ({ values, directCalls }: Guard): Firewall =>
  async (event) => {
    if (certificateOf(event) !== undefined) return undefined;
    const given = headerOf(event, originHeader);
    if (given !== undefined && isAmong(given, await values())) {
      return { passage: 'firewall', client: clientAddressOf(event), edgeRequestId: headerOf(event, edgeRequestHeader) };
    }
    return { passage: directCalls === 'admitted' ? 'direct' : 'refused', client: event.requestContext.http.sourceIp };
  };

/** The firewall that the environment of a function names. */
export const configuredFirewall = (
  { ORIGIN_SECRET, DIRECT_CALLS }: z.infer<z.ZodObject<typeof environment.firewall>>,
  { clock, log }: { clock: Clock; log: Parameters<typeof originSecretValues>[2] },
): Firewall =>
  ORIGIN_SECRET === '' ? noFirewall : firewallOf({ values: originSecretValues(ORIGIN_SECRET, clock, log), directCalls: DIRECT_CALLS });

/** Compares in a time that tells nothing of the values, nor of which one it was. */
function isAmong(given: string, values: readonly string[]): boolean {
  const digest = digestOf(given);
  return values.map((value) => timingSafeEqual(digest, digestOf(value))).some((isSame) => isSame);
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * The address that called the firewall: it adds it at the end of `X-Forwarded-For`, and the gateway the firewall's own after it. Addresses before it
 * are what the client claims. True of requests that came through the firewall only.
 */
function clientAddressOf(event: ApiEvent): string | undefined {
  const addresses = (headerOf(event, 'x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  if (addresses.at(-1) === event.requestContext.http.sourceIp) addresses.pop();
  const last = addresses.at(-1) ?? '';
  return isIP(last) === 0 ? undefined : last;
}
