import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface TestHttpsServer {
  readonly url: string;
  /** Stops listening until it is opened again, at the same address. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** Listens on a free port; with a `clientCa`, only for clients that present a certificate of it. */
export async function testHttpsServer(
  identity: { key: string; cert: string },
  clientCa: string | undefined,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<TestHttpsServer> {
  const mutual = clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true };
  const server = createServer({ ...identity, ...mutual }, (request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, pause: close, resume: () => listen(port), close };
}
