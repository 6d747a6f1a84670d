import type { RequestListener } from 'node:http';
import { Agent, request as requestSecurely } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { gateway } from '#local/gateway/gateway.ts';
import { mutualTlsServer, publicServer } from '#local/gateway/gateway-servers.ts';
import { answerJson, close, listen, loopback } from '#local/http-server.ts';
import type { StopSteps } from '#local/stop-steps.ts';
import type { LocalRoute } from '#local/template/local-system.ts';
import type { Emulator } from './ministack.ts';

export interface Deployed {
  /** Address at which the emulator serves the public API; its host resolves on few machines. */
  readonly publicApi: URL;
  readonly routes: readonly LocalRoute[];
  /** PEM of the authorities whose client certificates count, the one that issues first. */
  readonly clientAuthority: string;
}

export interface Edges {
  readonly publicUrl: string;
  readonly mtlsUrl: string;
  /** Opens the listeners. */
  open(deployed: Deployed): void;
}

interface Ports {
  readonly port: number;
  readonly mtlsPort: number;
}

/**
 * The two addresses that clients of the deployment use on this machine. The public one leads to the API that the emulator serves. The
 * other asks for client certificates, as the emulator cannot, and calls the deployed functions as the gateway of the one-machine runner does.
 */
export async function startEdges(emulator: Emulator, { port, mtlsPort }: Ports, cleanup: StopSteps): Promise<Edges> {
  const open = publicServer();
  const publicUrl = `http://${loopback}:${await listen(open.server, port, '--port')}`;
  cleanup.add(() => close(open.server));
  const secure = await mutualTlsServer({ oldest: emulator.authority, certificatesPem: '' }, new Date());
  const mtlsUrl = `https://${loopback}:${await listen(secure.server, mtlsPort, '--mtls-port')}`;
  cleanup.add(() => close(secure.server));
  return {
    publicUrl,
    mtlsUrl,
    open: ({ publicApi, routes, clientAuthority }) => {
      open.serve(forwardTo(emulator, publicApi));
      secure.trust(clientAuthority);
      const functions = { invoke: invoker(emulator) };
      secure.serve(gateway({ routes, mutualTls: true, functions, authorize: async () => undefined, domainName: loopback }));
    },
  };
}

function forwardTo({ endpoint }: Emulator, api: URL): RequestListener {
  // Otherwise the certificate would have to name the host of the header.
  const agent = new Agent({ keepAlive: true, servername: 'localhost' });
  return (request, response) => {
    const headers = { ...request.headers, host: api.host };
    const forwarded = requestSecurely(new URL(request.url ?? '/', endpoint), { method: request.method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      pipeline(answer, response).catch(() => response.destroy());
    });
    forwarded.on('error', () => (response.headersSent ? response.destroy() : answerJson(response, 502, { message: 'Bad Gateway' })));
    pipeline(request, forwarded).catch(() => forwarded.destroy());
  };
}

/** Calls a deployed function, under its own role. Throws what Lambda answers when the function throws. */
export function invoker({ client: settings }: Emulator): (functionArn: string, event: unknown) => Promise<unknown> {
  const client = new LambdaClient(settings);
  return async (functionArn, event) => {
    const { FunctionError, Payload } = await client.send(new InvokeCommand({ FunctionName: functionArn, Payload: JSON.stringify(event) }));
    const text = Payload?.transformToString() ?? 'null';
    if (FunctionError) throw new Error(`${functionArn}: ${FunctionError}: ${text}`);
    return JSON.parse(text);
  };
}
