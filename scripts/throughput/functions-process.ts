/** Runs the Director and the Connector of a tree, one request at a time as Lambda does: `node functions-process.ts <root>`. */
import { subscribe } from 'node:diagnostics_channel';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Answer, Batch, Served, WireRequest } from './messages.ts';

type Handler = (event: unknown, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

const [root = ''] = process.argv.slice(2);

const handlerOf = async (name: string): Promise<Handler> =>
  (await import(pathToFileURL(join(root, 'functions', name, 'handler.ts')).href)).handler;
const handlers: Readonly<Record<WireRequest['function'], Handler>> = {
  director: await handlerOf('director'),
  connector: await handlerOf('connector'),
};

let calls = 0;
subscribe('http.client.request.start', () => {
  calls += 1;
});

const answerOf = ({ statusCode = 0, headers, body = '' }: APIGatewayProxyStructuredResultV2): Answer => {
  const etag = headers?.etag;
  return { status: statusCode, etag: etag === undefined ? undefined : String(etag), body };
};

process.on('message', async ({ function: name, events }: Batch) => {
  const before = process.cpuUsage();
  const callsBefore = calls;
  const answers: Answer[] = [];
  const times: number[] = [];
  for (const event of events) {
    const started = performance.now();
    answers.push(answerOf(await handlers[name](event, { awsRequestId: 'bench', functionName: name } as Context)));
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  const served: Served = { answers, times, cpu: (user + system) / 1000, calls: calls - callsBefore };
  process.send?.(served);
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
