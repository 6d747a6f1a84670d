import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Transport, TransportAnswer } from '#agent/control-plane/https-transport.ts';
import { listen, loopback } from '#local/http-server.ts';
import type { Random } from '../soak/random.ts';
import type { Fault, FaultKind } from './messages.ts';

export interface FaultyNetwork {
  /** Variables of the Agents: while connections are cut, a proxy that cuts them. */
  readonly environment: Record<string, string | undefined>;
  /** Stands between an Agent and its requests. */
  readonly around: (transport: Transport) => Transport;
  set(fault: Fault): void;
}

type Answers = Exclude<FaultKind, 'cut connections'>;

/** Answers of a gateway in front of the control plane. */
const answers: Readonly<Record<Answers, (until: number) => TransportAnswer>> = {
  '429 with seconds': (until) => refusal(429, String(Math.max(1, Math.ceil((until - Date.now()) / 1000)))),
  '429 with a date': (until) => refusal(429, new Date(until).toUTCString()),
  '503 with a date': (until) => refusal(503, new Date(until).toUTCString()),
  '500': () => refusal(500),
  '404': () => refusal(404),
};

const refusal = (status: number, retryAfter?: string): TransportAnswer => ({
  status,
  headers: { date: new Date().toUTCString(), ...(retryAfter !== undefined && { 'retry-after': retryAfter }) },
  body: '<html>no</html>',
});

/** Milliseconds that a gateway takes to refuse a request. */
const refusalMs = 5;

/** Meets requests with a fault until its end; `note` is called for each request. */
export async function faultyNetwork(random: Random, note: () => void): Promise<FaultyNetwork> {
  let fault: Fault | undefined;
  const meets = (): Fault | undefined =>
    fault !== undefined && Date.now() < fault.until && random.chance(fault.share) ? fault : undefined;
  const proxy = await cuttingProxy(random, () => meets()?.kind === 'cut connections');
  const environment: Record<string, string | undefined> = {};

  const meet = async (send: () => Promise<TransportAnswer>): Promise<TransportAnswer> => {
    note();
    const met = meets();
    if (met === undefined || met.kind === 'cut connections') return await send();
    await pause(refusalMs);
    return answers[met.kind](met.until);
  };
  return {
    environment,
    around: (transport) => ({
      ...transport,
      get: (...given) => meet(() => transport.get(...given)),
      post: (...given) => meet(() => transport.post(...given)),
    }),
    set(next) {
      fault = next;
      for (const name of ['HTTP_PROXY', 'HTTPS_PROXY']) environment[name] = next.kind === 'cut connections' ? proxy : undefined;
    },
  };
}

/** Bytes after which a connection is cut, at most: within the handshake, the request or the answer. */
const maxBytesBeforeCut = 8000;

/** A forward proxy of this machine, which cuts some connections. Returns its URL. */
async function cuttingProxy(random: Random, cuts: () => boolean): Promise<string> {
  const server = createServer();
  server.on('connect', ({ url = '' }, socket: Socket) => {
    const upstream = connect(Number(url.split(':').at(-1)), loopback, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    const end = () => {
      socket.destroy();
      upstream.destroy();
    };
    for (const one of [socket, upstream]) one.on('error', end).on('close', end);
    if (!cuts()) return;
    let left = random.between(0, maxBytesBeforeCut);
    upstream.on('data', (chunk) => {
      left -= chunk.length;
      if (left < 0) end();
    });
  });
  const port = await listen(server, 0);
  server.unref();
  return `http://${loopback}:${port}`;
}
