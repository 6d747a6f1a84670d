import { open, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { CliError, messageOf } from '../cli-error.ts';
import { contextOf, withExample } from '../context.ts';
import { collected } from '../input.ts';
import type { Surroundings } from '../surroundings.ts';

interface TailOptions {
  readonly type?: readonly string[];
  readonly all?: boolean;
  readonly follow: boolean;
}

const pauseMs = 300;

export function addEventCommands(program: Command, surroundings: Surroundings): void {
  const group = program.command('events').description('The events on the bus of the control plane.');
  const tail = group
    .command('tail')
    .description('Prints the events of the tenant as they come, until it is interrupted. For a system on this machine.')
    .option('--type <name>', 'only events of this type, such as RuntimeConnected; may be repeated', collected)
    .option('--all', 'begin with those that there are')
    .option('--no-follow', 'print those that there are, and end')
    .action((options: TailOptions, command: Command) => tailEvents(options, command, surroundings));
  withExample(tail, 'compass events tail --type RuntimeConnected', 'compass events tail --no-follow --output json');
}

async function tailEvents({ type, all, follow }: TailOptions, command: Command, surroundings: Surroundings): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const { eventsFile, tenant, name } = api.profile;
  if (eventsFile === undefined)
    throw new CliError('usage', `The profile ${name} is no system on this machine, and the public APIs have no stream of events.`, {
      advice: 'On AWS put a rule on the event bus of the deployment: docs/events.md.',
    });
  const lines = linesOf(eventsFile, { fromStart: all === true || !follow, follow }, surroundings);
  for await (const line of lines) {
    const event = eventIn(line);
    if (event?.detail.metadata.tenant !== tenant || (type && !type.includes(event['detail-type']))) continue;
    const { metadata, data } = event.detail;
    print.streamed(event, `${metadata.occurredAt}  ${print.paint('bold', event['detail-type'])}  ${JSON.stringify(data)}`);
  }
}

interface BusEvent {
  readonly 'detail-type': string;
  readonly detail: { readonly metadata: { readonly tenant: string; readonly occurredAt: string }; readonly data: unknown };
}

/** Returns undefined for a line that is no event of the control plane. */
function eventIn(line: string): BusEvent | undefined {
  try {
    const event = JSON.parse(line);
    return event?.detail?.metadata === undefined ? undefined : event;
  } catch {
    return undefined;
  }
}

interface Reading {
  readonly fromStart: boolean;
  readonly follow: boolean;
}

/** The whole lines of a file as it grows. A file that is shorter than what was read is one that was begun anew. */
async function* linesOf(file: string, { fromStart, follow }: Reading, { signal, pause }: Surroundings): AsyncGenerator<string> {
  let position = fromStart ? 0 : await sizeOf(file);
  let rest = Buffer.alloc(0);
  while (!signal.aborted) {
    const size = await sizeOf(file);
    if (size < position) [position, rest] = [0, Buffer.alloc(0)];
    const read = await partOf(file, position, size);
    position += read.length;
    const whole = Buffer.concat([rest, read]);
    const end = whole.lastIndexOf(0x0a) + 1;
    rest = whole.subarray(end);
    yield* whole
      .subarray(0, end)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    if (!follow) return;
    if (read.length === 0) await pause(pauseMs);
  }
}

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.size ?? 0;

/** Bytes that are read at once at most. */
const maxPartBytes = 4 * 1024 * 1024;

async function partOf(file: string, from: number, to: number): Promise<Buffer<ArrayBuffer>> {
  if (to <= from) return Buffer.alloc(0);
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new CliError('failed', `${file} cannot be read: ${messageOf(cause)}`, { cause });
  });
  try {
    const part = Buffer.alloc(Math.min(to - from, maxPartBytes));
    const { bytesRead } = await handle.read(part, 0, part.length, from);
    return part.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
