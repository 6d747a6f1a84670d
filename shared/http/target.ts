import { isIP } from 'node:net';
import { AppError } from '../core/errors.ts';
import { withHttps } from '../core/schemeless-url.ts';
import { isOwnMachinePermitted } from './own-machine.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host name, of both families. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** A URL all of whose addresses are allowed. */
export interface Target {
  /** The URL as it was given. */
  readonly href: string;
  readonly url: URL;
  readonly addresses: readonly ResolvedAddress[];
}

export interface TargetPolicy {
  /** Allows addresses of this machine too, over plain HTTP and on any port. */
  readonly allowLoopback: boolean;
  readonly resolve: Resolve;
}

export const maxUrlLength = 2048;
const ports = ['', '443', '8443'];

/**
 * Throws TargetRefused unless the URL, and every address that its host has at this moment, is allowed for outgoing calls. Without a scheme it is one of
 * https, and so it is with that of plain HTTP.
 */
export async function resolveTarget(href: string, { allowLoopback, resolve }: TargetPolicy): Promise<Target> {
  const given = parsed(href);
  const addresses = await addressesOf(given, resolve);
  if (addresses.length === 0) throw unreachable('the host has no address');
  if (allowLoopback && addresses.every(({ address }) => isLoopbackAddress(address))) return { href, url: given, addresses };
  const url = secured(given);
  const problem = problemOfForm(url);
  if (problem) throw targetRefused(`the URL ${problem}`);
  if (!addresses.every(({ address }) => isPublicAddress(address))) throw targetRefused('the host is not on the public internet');
  return { href, url, addresses };
}

/**
 * Reason why a URL that is given cannot be called, whatever addresses its host has. A URL of this machine has none where such calls are permitted, if
 * it is of HTTP.
 */
export function problemOfTarget(href: string): string | undefined {
  const url = URL.parse(withHttps(href));
  if (!url || !['http:', 'https:'].includes(url.protocol)) return mustBeHttps;
  const isOwn = isOfThisMachine(url);
  if (isOwn && isOwnMachinePermitted()) return undefined;
  return problemOfForm(secured(url)) ?? (isOwn || isInner(hostOf(url)) ? 'must name a host on the public internet' : undefined);
}

const isInner = (host: string): boolean => (isIP(host) === 0 ? innerNames.test(host) : !isPublicAddress(host));

/**
 * Names that the public DNS does not have: those of multicast DNS (RFC 6762), of home networks (RFC 8375), the ones reserved for private use, for tests
 * and as invalid (RFC 6761), of other protocols (RFC 7686, RFC 9476), and names without a dot.
 */
const innerNames = /(^|\.)(local|home\.arpa|internal|test|invalid|onion|alt)\.?$|^[^.]{0,64}\.?$/;

const mustBeHttps = 'must begin with https://';

/** The same URL over TLS, if it has no port of its own: what is called is never called in the clear. */
function secured(url: URL): URL {
  if (url.protocol !== 'http:' || url.port !== '') return url;
  const next = new URL(url);
  next.protocol = 'https:';
  return next;
}

function problemOfForm({ protocol, port }: URL): string | undefined {
  if (protocol !== 'https:') return mustBeHttps;
  return ports.includes(port) ? undefined : 'must have the port 443 or 8443';
}

const isOfThisMachine = (url: URL): boolean => isLoopbackAddress(hostOf(url)) || /^(.{0,250}\.)?localhost\.?$/.test(url.hostname);

/** The host without the brackets of IPv6. The URL parser has normalised every spelling of an IPv4 address (`0x7f.1`, `2130706433`) before. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * Path and query of a URL as they are sent. Only characters that a request line cannot have are encoded in the query: signatures of URLs and OData
 * distinguish other spellings of the same character (RFC 3986, 6.2.2), and the URL parser changes some.
 */
export function requestTarget({ href, url }: Pick<Target, 'url' | 'href'>): string {
  const [base = ''] = href.split('#', 1);
  const start = base.indexOf('?');
  if (start === -1) return url.pathname;
  return `${url.pathname}${base.slice(start).replace(/[^\x21-\x7e]{1,2048}/g, (part) => encodeURIComponent(part.toWellFormed()))}`;
}

export const targetRefused = (why: string): AppError => new AppError('TargetRefused', why);

export const unreachable = (why: string, cause?: unknown): AppError => new AppError('TargetUnreachable', why, { cause });

function parsed(text: string): URL {
  if (text.length > maxUrlLength) throw targetRefused(`the URL is longer than ${maxUrlLength} characters`);
  const url = URL.parse(withHttps(text));
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw targetRefused(`the URL ${mustBeHttps}`);
  if (url.username || url.password) throw targetRefused('the URL must not contain credentials');
  return url;
}

async function addressesOf(url: URL, resolve: Resolve): Promise<readonly ResolvedAddress[]> {
  const host = hostOf(url);
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  try {
    return await resolve(host);
  } catch (cause) {
    throw unreachable('the host name cannot be resolved', cause);
  }
}
