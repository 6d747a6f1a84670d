/**
 * Runs the fan-out and the dispatcher of a tree, one invocation at a time as Lambda does: `node functions-process.ts <root>`. The parent hands over
 * the events, so that this process does nothing but what the functions do.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context, SQSEvent } from 'aws-lambda';
import type { Invocation, Invoked } from './messages.ts';

const [root = ''] = process.argv.slice(2);

const handlerOf = async (name: string) => {
  const { handler } = await import(pathToFileURL(join(root, 'functions', name, 'handler.ts')).href);
  return handler as (event: SQSEvent, context: Context) => Promise<unknown>;
};
const handlers = { fanOut: await handlerOf('notification-fanout'), dispatcher: await handlerOf('webhook-dispatcher') };

process.on('message', async ({ name, event }: Invocation) => {
  const started = performance.now();
  const result = await handlers[name](event, {} as Context);
  const took = performance.now() - started;
  const { user, system } = process.cpuUsage();
  const invoked: Invoked = {
    result,
    took,
    cpu: (user + system) / 1e6,
    rss: process.memoryUsage.rss(),
    peak: process.resourceUsage().maxRSS * 1024,
  };
  process.send?.(invoked);
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
