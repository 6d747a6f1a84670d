import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ResolvedAddress, Target } from './target.ts';

/** Milliseconds until the next address is tried beside the former ones (RFC 8305, 5). */
const attemptDelayMs = 250;

/** Connects to the first of the addresses that answers, and over TLS where the URL says so. Throws an AggregateError when none does. */
export async function connectTo({ url, addresses }: Target, signal: AbortSignal): Promise<Socket> {
  const isTls = url.protocol === 'https:';
  const port = Number(url.port || (isTls ? 443 : 80));
  const socket = await firstOf(inTurns(addresses), port, signal);
  return isTls ? overTls(socket, url.hostname.replace(/^\[|\]$/g, ''), signal) : socket;
}

/** Interleaves both families, so that a dead one does not delay the other (RFC 8305, 4). */
function inTurns(addresses: readonly ResolvedAddress[]): ResolvedAddress[] {
  const first = addresses.filter(({ family }) => family === addresses[0]?.family);
  const second = addresses.filter(({ family }) => family !== addresses[0]?.family);
  return first.flatMap((one, index) => [one, ...second.slice(index, index + 1)]).concat(second.slice(first.length));
}

/** Begins an attempt after each delay, or as soon as one fails. Attempts go on beside later ones, until one of them connects. */
function firstOf(addresses: readonly ResolvedAddress[], port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const waiting = [...addresses];
    const open = new Set<Socket>();
    const errors: Error[] = [];
    let timer: NodeJS.Timeout | undefined;

    const end = (chosen?: Socket): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      waiting.length = 0;
      for (const socket of open) if (socket !== chosen) socket.destroy();
      open.clear();
    };
    const abort = (): void => {
      end();
      reject(signal.reason);
    };
    const begin = (): void => {
      clearTimeout(timer);
      const address = waiting.shift();
      if (address) attempt(address);
    };
    const attempt = ({ address, family }: ResolvedAddress): void => {
      const socket = connectSocket({ host: address, family, port, noDelay: true });
      open.add(socket);
      if (waiting.length > 0) timer = setTimeout(begin, attemptDelayMs);
      const failed = (error: Error): void => {
        open.delete(socket);
        errors.push(error);
        if (waiting.length > 0) begin();
        else if (open.size === 0) {
          end();
          reject(allFailed(errors));
        }
      };
      socket.once('error', failed);
      socket.once('connect', () => {
        socket.off('error', failed);
        end(socket);
        resolve(socket);
      });
      // A late error of an attempt that lost belongs to no caller.
      socket.on('error', () => undefined);
    };
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    begin();
  });
}

function allFailed(errors: readonly Error[]): AggregateError {
  const { code } = (errors[0] ?? {}) as NodeJS.ErrnoException;
  return Object.assign(new AggregateError(errors, 'no address could be connected to'), { code });
}

function overTls(socket: Socket, host: string, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // Names of servers are never addresses (RFC 6066, 3); the certificate is compared with the host in both cases.
    const secured = connectTls({ socket, host, servername: isIP(host) === 0 ? host : '' });
    const fail = (error: unknown): void => {
      secured.destroy();
      reject(error);
    };
    const abort = (): void => fail(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    secured.once('error', fail);
    secured.once('secureConnect', () => {
      signal.removeEventListener('abort', abort);
      secured.off('error', fail);
      secured.on('error', () => undefined);
      resolve(secured);
    });
  });
}
