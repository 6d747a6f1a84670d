import { request } from 'node:http';
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { AgentError } from '../agent-error.ts';
import { connectFirst, type Lookup } from './connect-first.ts';
import type { ForwardProxy } from './proxy.ts';
import { proxyError } from './transport-error.ts';

export interface Target {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly proxy: ForwardProxy | undefined;
}

export interface ConnectionTools {
  readonly context: SecureContext;
  /** For a proxy that speaks TLS: it does not get the client certificate. */
  readonly proxyContext: () => SecureContext;
  /** Ends every attempt, and every connection that was opened. */
  readonly signal: AbortSignal;
  readonly lookup?: Lookup | undefined;
}

/** A connection to the target, directly or through a tunnel of the proxy. TLS, with the client certificate in it, begins behind the proxy. */
export async function openConnection(target: Target, tools: ConnectionTools): Promise<Socket> {
  const { host, port, secure, proxy } = target;
  const socket = proxy
    ? await openTunnel(proxy, `${isIP(host) === 6 ? `[${host}]` : host}:${port}`, tools)
    : await direct(host, port, tools);
  return secure ? await secured(socket, host, tools) : socket;
}

async function direct(host: string, port: number, { signal, lookup }: ConnectionTools): Promise<Socket> {
  return endedBy(signal, await connectFirst(host, port, signal, lookup));
}

/**
 * Opens the tunnel. No library such as https-proxy-agent, which takes a refusal of the proxy for the answer of the control plane, and keeps
 * connections that never answer.
 */
async function openTunnel(proxy: ForwardProxy, authority: string, tools: ConnectionTools): Promise<Socket> {
  const toProxy = await throughProxy(proxy, tools);
  return await new Promise((resolve, reject) => {
    const connect = request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...(proxy.authorization !== undefined && { 'proxy-authorization': proxy.authorization }) },
      createConnection: () => toProxy,
      signal: tools.signal,
    });
    connect.once('connect', ({ statusCode = 0 }, socket: Socket) => {
      if (statusCode >= 200 && statusCode < 300) return resolve(socket);
      socket.destroy();
      reject(new AgentError('unavailable', `the proxy ${proxy.name} refuses to connect to ${authority} (${reasonOf(statusCode)})`));
    });
    connect.once('error', (cause) => reject(proxyError(proxy.name, cause)));
    connect.end();
  });
}

const reasonOf = (status: number): string =>
  status === 407 ? 'HTTP 407: give it user and password as http://USER:PASSWORD@HOST:PORT' : `HTTP ${status}`;

async function throughProxy(proxy: ForwardProxy, tools: ConnectionTools): Promise<Socket> {
  try {
    const socket = await direct(proxy.host, proxy.port, tools);
    return proxy.secure ? await secured(socket, proxy.host, { ...tools, context: tools.proxyContext() }) : socket;
  } catch (cause) {
    throw proxyError(proxy.name, cause);
  }
}

function secured(socket: Socket, host: string, { context, signal }: ConnectionTools): Promise<TLSSocket> {
  const servername = isIP(host) === 0 ? host : '';
  return new Promise((resolve, reject) => {
    const secure = connectTls({ socket, secureContext: context, servername, host });
    // From here on the TLS socket ends both: Node fails if the inner socket is destroyed first.
    releases.get(socket)?.();
    endedBy(signal, secure);
    secure.once('error', reject);
    secure.once('secureConnect', () => {
      secure.off('error', reject);
      resolve(secure);
    });
  });
}

/** Functions that keep the signal from ending a socket. */
const releases = new WeakMap<Socket, () => void>();

function endedBy<S extends Socket>(signal: AbortSignal, socket: S): S {
  const end = () => socket.destroy();
  const release = () => signal.removeEventListener('abort', end);
  signal.addEventListener('abort', end, { once: true });
  releases.set(socket, release);
  // The user of the connection handles its errors, too; until then they must not end the process.
  socket.on('error', () => undefined);
  socket.once('close', release);
  return socket;
}
