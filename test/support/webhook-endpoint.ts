import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedPost {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A status, with headers and a body where they matter, nothing at all, or the end of the connection. */
type Answer =
  | number
  | 'silence'
  | 'drop'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string | Buffer };

export interface WebhookEndpoint {
  readonly url: string;
  readonly received: ReceivedPost[];
  /** Sets the next answers, in order; the last one stays. */
  answers(...answers: Answer[]): void;
  /** Something that happens while a request waits for its answer. */
  meanwhile?: () => Promise<void>;
  stop(): Promise<void>;
}

/** An HTTP server on this machine that records what is posted to it and answers as told; 200 by default. */
export async function startWebhookEndpoint(): Promise<WebhookEndpoint> {
  const received: ReceivedPost[] = [];
  let script: Answer[] = [200];
  const server = createServer(async (incoming, outgoing) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    received.push({ method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body });
    const answer = (script.length > 1 ? script.shift() : script[0]) ?? 200;
    if (answer === 'silence') return;
    if (answer === 'drop') {
      incoming.socket.destroy();
      return;
    }
    await endpoint.meanwhile?.();
    const { status, headers, body: text } = typeof answer === 'number' ? { status: answer, headers: {}, body: '' } : answer;
    outgoing.writeHead(status, headers).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint: WebhookEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers: (...answers) => {
      script = answers;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return endpoint;
}
