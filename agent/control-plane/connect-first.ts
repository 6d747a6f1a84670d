import dns, { type LookupAddress } from 'node:dns';
import { connect, isIP, type Socket } from 'node:net';

export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;

const attemptDelayMs = 250;

/** All addresses of a name, in the order of the system. */
const systemLookup: Lookup = (host) =>
  new Promise((resolve, reject) =>
    dns.lookup(host, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found))),
  );

/**
 * A TCP connection to whichever address of the host answers first. Every 250 ms, or when an attempt fails, the next address is tried, while the
 * former attempts go on (RFC 8305, section 5). Not the selection of node:net: it gives up an attempt before it begins the next one, so that a slow
 * address is never reached where the one behind it is dead.
 */
export async function connectFirst(host: string, port: number, signal: AbortSignal, lookup = systemLookup): Promise<Socket> {
  const addresses = isIP(host) === 0 ? alternating(await lookup(host)) : [host];
  signal.throwIfAborted();
  return await race(addresses, port, signal);
}

/** Changes the family with each address (RFC 8305, section 4), beginning with that of the first. */
function alternating(found: readonly LookupAddress[]): string[] {
  const first = found.filter(({ family }) => family === found[0]?.family);
  const second = found.filter(({ family }) => family !== found[0]?.family);
  return Array.from({ length: Math.max(first.length, second.length) }, (_, n) => [first[n], second[n]])
    .flat()
    .flatMap((entry) => entry?.address ?? []);
}

function race(addresses: readonly string[], port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const rest = [...addresses];
    const open = new Set<Socket>();
    const errors: Error[] = [];
    let timer: NodeJS.Timeout | undefined;

    const end = (winner?: Socket) => {
      clearTimeout(timer);
      rest.length = 0;
      signal.removeEventListener('abort', abort);
      for (const socket of open) if (socket !== winner) socket.destroy();
    };
    const abort = () => {
      end();
      reject(signal.reason);
    };
    const next = () => {
      clearTimeout(timer);
      const address = rest.shift();
      if (address !== undefined) attempt(address);
      else if (open.size === 0) {
        end();
        reject(new AggregateError(errors));
      }
    };
    const attempt = (address: string) => {
      const socket = connect({ host: address, port, noDelay: true });
      open.add(socket);
      const failed = (error: Error) => {
        open.delete(socket);
        errors.push(error);
        next();
      };
      socket.once('error', failed);
      socket.once('connect', () => {
        socket.off('error', failed);
        end(socket);
        resolve(socket);
      });
      if (rest.length > 0) timer = setTimeout(next, attemptDelayMs);
    };

    signal.addEventListener('abort', abort, { once: true });
    next();
  });
}
