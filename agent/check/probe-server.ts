import { TLSSocket } from 'node:tls';
import { newContext } from '../control-plane/https-transport.ts';
import { openConnection } from '../control-plane/open-connection.ts';
import { printableUrl } from '../control-plane/printable-url.ts';
import { type Environment, type ForwardProxy, proxyFor } from '../control-plane/proxy.ts';
import { checkedUrl } from '../control-plane/secure-url.ts';
import { transportError } from '../control-plane/transport-error.ts';
import { hostOf, portOf } from '../control-plane/url-parts.ts';

interface ProbeOptions {
  readonly extraCa: string | undefined;
  readonly identity?: { readonly privateKey: string; readonly certificateChain: string };
  readonly environment: Environment;
  readonly allowHttp: boolean;
  readonly signal: AbortSignal;
}

/** Milliseconds for a connection with its TLS. */
const answerTimeoutMs = 10_000;

/** Connects without a request. Returns a description of the connection and the end of the server's certificate. Throws an AgentError. */
export async function probeServer(address: string, { signal, allowHttp, environment, ...tls }: ProbeOptions): Promise<string> {
  const timeout = AbortSignal.timeout(answerTimeoutMs);
  const ending = new AbortController();
  let proxy: ForwardProxy | undefined;
  try {
    const url = checkedUrl(address, allowHttp);
    proxy = proxyFor(url, environment);
    const target = { host: hostOf(url), port: portOf(url), secure: url.protocol === 'https:', proxy };
    const tools = {
      context: newContext({ ...tls, environment }),
      proxyContext: () => newContext({ extraCa: tls.extraCa, environment }),
      signal: AbortSignal.any([timeout, signal, ending.signal]),
    };
    const socket = await openConnection(target, tools);
    const how = proxy === undefined ? '' : ` through the proxy ${proxy.name}`;
    if (!(socket instanceof TLSSocket)) return `reachable${how}, without TLS`;
    return `reachable${how}, its certificate is trusted and valid until ${dateOf(socket.getPeerCertificate().valid_to)}`;
  } catch (cause) {
    throw transportError(cause, { where: printableUrl(address), timedOut: timeout.aborted, proxy: proxy?.name });
  } finally {
    ending.abort();
  }
}

const dateOf = (text: string): string => new Date(text).toISOString();
