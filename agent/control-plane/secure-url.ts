import { isIP } from 'node:net';
import { AgentError } from '../agent-error.ts';
import { printableUrl } from './printable-url.ts';

/** Allows https, and http if the operator allows it or the address is of this machine, so that nothing is sent in the clear. Throws otherwise. */
export function checkedUrl(address: string, allowHttp: boolean): URL {
  const url = new URL(address);
  if (url.protocol === 'https:') return url;
  if (url.protocol === 'http:' && (allowHttp || isLoopback(url.hostname))) return url;
  throw new AgentError(
    'misconfigured',
    `${printableUrl(address)} is not https; allow http with --allow-http where the network can be trusted`,
  );
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    (isIP(hostname) === 4 && hostname.startsWith('127.'))
  );
}
