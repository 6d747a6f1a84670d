import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentialIdentityProvider, ChecksumConstructor, HashConstructor, RequestHandler } from '@smithy/types';

/** The parts of a client of the SDK that make a call. */
interface Client {
  readonly requestHandler: Pick<RequestHandler<HttpRequest, Answer>, 'handle'>;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly region: () => Promise<string>;
  readonly sha256: ChecksumConstructor | HashConstructor;
  readonly systemClockOffset: number;
}

interface Answer {
  readonly statusCode: number;
  readonly body: NodeJS.ReadableStream;
}

/** A command of the SDK, as far as a direct call needs it. */
interface SdkCommand {
  readonly middlewareStack: { add(middleware: unknown, options: unknown): void };
  resolveMiddleware(stack: never, config: never, options?: never): (command: never) => Promise<{ output: unknown }>;
}

/** An operation of a service that speaks the JSON protocol of AWS. */
interface Operation<Output> {
  /** Name for signatures. */
  readonly service: string;
  /** Value of the header `X-Amz-Target`. */
  readonly target: string;
  /** Returns the body before it is JSON. A command whose input it refuses goes the usual way. */
  readonly input: () => object;
  readonly output: (answer: unknown) => Output;
}

type Destination = Pick<HttpRequest, 'protocol' | 'hostname' | 'port' | 'path'>;

interface Line {
  readonly destination: Destination;
  readonly signer: SignatureV4;
}

/** The destinations of clients, known since the first command that they made the usual way. */
const lines = new WeakMap<Client, Line>();

/**
 * Has a command be sent without the middleware of the SDK, which takes three quarters of the processor time of a call. The signature, the connections
 * and the credentials are those of its client. The SDK itself makes the first such command of a client, which shows where to send, and each one
 * that is not answered by 200: with its retries and its errors.
 */
export function directly<C extends SdkCommand, Output>(command: C, operation: Operation<Output>): C {
  const usual = command.resolveMiddleware.bind(command);
  const resolveMiddleware = (stack: never, client: Client, options?: never) => async (): Promise<{ output: unknown }> => {
    const line = lines.get(client);
    const output = line && (await attempt(line, client, operation).catch(() => undefined));
    if (output) return { output };
    learnFrom(command, client, operation);
    return usual(stack, client as never, options)(command as never);
  };
  return Object.assign(command, { resolveMiddleware });
}

async function attempt<Output>(line: Line, client: Client, { target, input, output }: Operation<Output>): Promise<Output | undefined> {
  const { destination, signer } = line;
  const content = JSON.stringify(input());
  const headers = {
    host: destination.port ? `${destination.hostname}:${destination.port}` : destination.hostname,
    'content-type': 'application/x-amz-json-1.0',
    'content-length': String(Buffer.byteLength(content)),
    'x-amz-target': target,
  };
  const request = new HttpRequest({ ...destination, method: 'POST', headers, body: content });
  const signed = await signer.sign(request, { signingDate: new Date(Date.now() + client.systemClockOffset) });
  const { response } = await client.requestHandler.handle(signed as HttpRequest);
  const answer = await textOf(response.body);
  return response.statusCode === 200 ? output(JSON.parse(answer)) : undefined;
}

/** Reads a stream by its events: iterators and `node:stream/consumers` cost more than the small answers that come here. */
function textOf(body: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    body.on('data', (chunk: Buffer) => chunks.push(chunk));
    body.on('end', () => resolve(Buffer.concat(chunks).toString()));
    body.on('error', reject);
    body.on('close', () => reject(new Error('the answer ended early')));
  });
}

/** Keeps where the SDK sends a command. */
function learnFrom(command: SdkCommand, client: Client, { service }: Pick<Operation<unknown>, 'service'>): void {
  const { credentials, region, sha256 } = client;
  command.middlewareStack.add(
    (next: (args: { request: HttpRequest }) => unknown) => (args: { request: HttpRequest }) => {
      const { protocol, hostname, port, path } = args.request;
      const signer = new SignatureV4({ credentials, region, sha256, service, uriEscapePath: true });
      lines.set(client, { destination: { protocol, hostname, port, path }, signer });
      return next(args);
    },
    { name: 'directDestination', step: 'finalizeRequest', priority: 'low', override: true },
  );
}
