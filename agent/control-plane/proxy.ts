import { BlockList, isIP, isIPv6 } from 'node:net';
import { AgentError } from '../agent-error.ts';
import { hostOf, portOf } from './url-parts.ts';

export interface ForwardProxy {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Value of `Proxy-Authorization`, from user and password of the URL. */
  readonly authorization: string | undefined;
  /** For messages: the URL without user and password. */
  readonly name: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy that the environment names for a URL, by `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`; the lower-case names win, as with curl. */
export function proxyFor(url: URL, environment: Environment): ForwardProxy | undefined {
  const variable = (name: string) => {
    const [key, text] = [name.toLowerCase(), name].map((key) => [key, environment[key]?.trim()] as const).find(([, text]) => text) ?? [];
    return key === undefined || !text ? undefined : { key, text };
  };
  const named = variable(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? variable('ALL_PROXY');
  if (named === undefined || isExempt(url, variable('NO_PROXY')?.text ?? '')) return undefined;
  return parseProxy(named.key, named.text);
}

function parseProxy(variable: string, text: string): ForwardProxy {
  // A value without a scheme is widespread; curl takes it for http, too.
  const address = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const secure = url?.protocol === 'https:';
  if (url === undefined || !(secure || url.protocol === 'http:') || url.hostname === '') {
    const escapes = text.includes('@') ? '; in user and password # is written as %23, / as %2F and ? as %3F' : '';
    throw new AgentError('misconfigured', `${variable} names no http or https proxy (like http://proxy.example:3128)${escapes}`);
  }
  const { username, password } = url;
  const credentials = `${decoded(username)}:${decoded(password)}`;
  return {
    secure,
    host: hostOf(url),
    port: portOf(url),
    authorization: username === '' && password === '' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`,
    name: `${url.protocol}//${url.host}`,
  };
}

/** A `%` that begins no escape stands for itself: passwords are put in as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  } catch {
    return text;
  }
}

/**
 * Says whether `NO_PROXY` keeps the host from the proxy. Its entries are `*`, names (with their subdomains; a leading dot or `*.` is the same),
 * addresses and networks (`10.0.0.0/8`), each with or without a port.
 */
function isExempt(url: URL, noProxy: string): boolean {
  const host = hostOf(url).toLowerCase().replace(/\.$/, '');
  const entries = noProxy.toLowerCase().split(/[\s,]/);
  return entries.some((entry) => {
    const { name, port } = partsOf(entry);
    if (name === '' || (port !== undefined && port !== portOf(url))) return false;
    return name === '*' || (isIP(host) === 0 ? matchesName(host, name) : matchesAddress(host, name));
  });
}

function partsOf(entry: string): { name: string; port?: number } {
  if (entry.startsWith('[')) {
    const [address = '', rest = ''] = entry.slice(1).split(']');
    const [prefix = '', port] = rest.split(':');
    return { name: address + prefix, ...(port !== undefined && { port: Number(port) }) };
  }
  if (isIPv6(entry.split('/')[0] ?? '')) return { name: entry };
  const [name = '', port] = entry.split(':');
  return { name, ...(port !== undefined && { port: Number(port) }) };
}

function matchesName(host: string, entry: string): boolean {
  const name = entry.replace(/^\*?\./, '').replace(/\.$/, '');
  return host === name || host.endsWith(`.${name}`);
}

function matchesAddress(host: string, entry: string): boolean {
  const [network = '', prefix] = entry.split('/');
  const family = familyOf(network);
  if (family === undefined || family !== familyOf(host)) return false;
  const bits = Number(prefix ?? (family === 'ipv6' ? 128 : 32));
  if (!Number.isInteger(bits) || bits < 0 || bits > (family === 'ipv6' ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return list.check(host, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const family = isIP(address);
  return family === 0 ? undefined : family === 4 ? 'ipv4' : 'ipv6';
}
