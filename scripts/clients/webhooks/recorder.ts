import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { close, listen } from '#local/http-server.ts';

/** A request as it came from Compass. */
export interface Recorded {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The status that the receiver answered. */
  readonly status: number;
}

export interface Recorder {
  readonly url: string;
  readonly recorded: readonly Recorded[];
  readonly stop: () => Promise<void>;
}

/** Stands in front of a receiver, as what ends TLS does, and passes every request on as it came. */
export async function startRecorder(receiver: string): Promise<Recorder> {
  const recorded: Recorded[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const headers = passedOn(request.headers);
    const status = await postTo(receiver, headers, body).catch(() => 502);
    recorded.push({ headers, body, status });
    response.writeHead(status).end();
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}/webhooks/compass`, recorded, stop: () => close(server) };
}

/** Posts a body with these headers, and returns the status of the answer. */
export async function postTo(url: string, headers: Readonly<Record<string, string>>, body: Buffer): Promise<number> {
  const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
  await answer.arrayBuffer();
  return answer.status;
}

/** The headers but those of the connection. */
const passedOn = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      /^(content-type|user-agent|webhook-.*)$/.test(name) ? [[name, String(value)]] : [],
    ),
  );
