import { Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { errorCodeOf, Refusal } from './refusal.ts';

/** Address of all listeners: only this machine can connect. */
export const loopback = '127.0.0.1';

/** Listens on `port` (0: any free one) and returns the port. `flag` is what the caller may change when the port is taken. */
export function listen(server: Server, port: number, flag?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port, flag)));
    server.listen(port, loopback, () => resolve((server.address() as AddressInfo).port));
  });
}

function explain(error: Error, port: number, flag: string | undefined): Error {
  const code = errorCodeOf(error);
  if (flag === undefined || (code !== 'EADDRINUSE' && code !== 'EACCES')) return error;
  const problem = code === 'EADDRINUSE' ? 'is in use' : 'may not be used by you';
  return new Refusal(`Port ${port} ${problem}: stop the other program or choose another port with ${flag}.`);
}

/** Milliseconds after which connections are closed: longer than any request. */
const closeTimeoutMs = 30_000;

/** Accepts no more connections and waits for the requests in flight; idle connections are closed. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const http = server instanceof HttpServer || server instanceof HttpsServer ? server : undefined;
    const insist = setTimeout(() => http?.closeAllConnections(), closeTimeoutMs);
    server.close(() => {
      clearTimeout(insist);
      resolve();
    });
    http?.closeIdleConnections();
  });
}

/** Reads a body of at most `limit` bytes; undefined if it is longer. The connection can still be answered. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

export function answerJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
