import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** One call to DynamoDB, with the capacity that the engine says it consumed. */
interface Call {
  readonly operation: string;
  readonly capacity: number;
  readonly started: number;
  readonly ended: number;
}

export interface Usage {
  /** Calls that followed each other; calls under way at the same time count as one. */
  readonly roundTrips: number;
  readonly calls: readonly string[];
  readonly capacity: number;
  /** The part of the capacity that wrote. */
  readonly writeUnits: number;
}

/** Milliseconds that every answer is held back: as if the table were far away, so that what is sent together overlaps. */
const distance = 50;

/** No scans: no handler may, and the engine's substitute for the time to live does now and then. */
const countable = new Set([
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'BatchGetItem',
  'BatchWriteItem',
  'TransactWriteItems',
  'TransactGetItems',
]);

/** Stands between the handlers and the DynamoDB engine and counts what passes, so that no code needs to be instrumented. */
export async function countingProxy(engine: string) {
  const target = new URL(engine);
  let calls: Call[] = [];

  const forward = (incoming: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const operation = String(incoming.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    const counted = countable.has(operation);
    const sent = counted ? Buffer.from(JSON.stringify({ ...JSON.parse(body.toString()), ReturnConsumedCapacity: 'TOTAL' })) : body;
    const started = performance.now();
    const headers = { ...incoming.headers, host: target.host, 'content-length': String(sent.length) };
    const outgoing = httpRequest(
      { host: target.hostname, port: target.port, method: incoming.method, path: incoming.url, headers },
      (answer) => {
        void buffer(answer).then(async (content) => {
          if (counted) await pause(distance);
          if (counted) calls.push({ operation, capacity: capacityOf(content), started, ended: performance.now() });
          response.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
        });
      },
    );
    outgoing.on('error', () => response.writeHead(502).end());
    outgoing.end(sent);
  };

  const server = createServer((request, response) => void buffer(request).then((body) => forward(request, response, body)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Runs something and says what it cost. */
    measure: async (run: () => Promise<unknown>): Promise<Usage> => {
      calls = [];
      await run();
      return usageOf(calls);
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function capacityOf(content: Buffer): number {
  const { ConsumedCapacity: consumed = [] } = JSON.parse(content.toString() || '{}');
  return [consumed].flat().reduce((sum: number, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}

/** A call opens another round trip when everything before it had ended. */
function usageOf(calls: readonly Call[]): Usage {
  const inOrder = [...calls].sort((a, b) => a.started - b.started);
  let roundTrips = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const call of inOrder) {
    if (call.started >= end) roundTrips += 1;
    end = Math.max(end, call.ended);
  }
  return {
    roundTrips,
    calls: inOrder.map(({ operation }) => operation),
    capacity: capacityIn(calls),
    writeUnits: capacityIn(calls.filter(({ operation }) => /Write|Put|Update|Delete/.test(operation))),
  };
}

const capacityIn = (calls: readonly Call[]): number => calls.reduce((sum, { capacity }) => sum + capacity, 0);
