import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webhookVerifier } from '#application-client';
import { type CloudEvent, cloudEventSchema } from './cloud-event.ts';

export interface WebhookEndpoint {
  /** URL of the endpoint, path included. */
  readonly url: string;
  close(): Promise<void>;
}

export interface WebhookHandling {
  /** The signing secret, once it is known: the endpoint must listen before the webhook is registered. */
  readonly secret: () => string | undefined;
  /** False for a message that was received before. */
  readonly accept: (messageId: string, event: CloudEvent) => Promise<boolean>;
  /** Called after the answer was sent. */
  readonly accepted: () => void;
}

const webhookPath = '/webhooks/compass';
const maxBodyBytes = 256 * 1024;

/** Answers 204 to genuine messages, new or repeated, and refuses all others. */
export async function startWebhookEndpoint(host: string, port: number, handling: WebhookHandling): Promise<WebhookEndpoint> {
  const server = createServer((request, response) => {
    receive(request, handling)
      .then((status) => answer(response, status, handling))
      .catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}${webhookPath}`,
    async close() {
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, status: number | 'accepted', { accepted }: WebhookHandling): void {
  // A refused body may not have been read to its end, so the connection cannot serve another request.
  if (status !== 'accepted') return void response.writeHead(status, { connection: 'close' }).end();
  response.writeHead(204).end(accepted);
}

async function receive(request: IncomingMessage, { secret, accept }: WebhookHandling): Promise<number | 'accepted'> {
  if (request.url !== webhookPath) return 404;
  if (request.method !== 'POST') return 405;
  const body = await bodyOf(request);
  if (body === undefined) return 413;
  const key = secret();
  // Not ready yet: the sender tries again.
  if (key === undefined) return 503;
  const payload = verified(body, request, key);
  if (payload === undefined) return 401;
  const event = cloudEventSchema.safeParse(payload);
  if (!event.success) return 400;
  return (await accept(String(request.headers['webhook-id']), event.data)) ? 'accepted' : 204;
}

/** The signature is over the bytes as they came, so they are verified before they are parsed. */
function verified(body: Buffer, { headers }: IncomingMessage, secret: string): unknown {
  try {
    return webhookVerifier(secret)({ headers, body });
  } catch {
    return undefined;
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
