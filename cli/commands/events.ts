import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import type { ApiClient } from '../client/api-client.ts';
import { contextOf, withExample } from '../context.ts';
import { busEventIn } from '../events/bus-event.ts';
import { eventBusOf } from '../events/event-bus.ts';
import { linesOf } from '../events/lines-of-file.ts';
import { collected } from '../input.ts';
import type { Surroundings } from '../surroundings.ts';

interface TailOptions {
  readonly type?: readonly string[];
  readonly bus?: string;
  readonly all?: boolean;
  readonly follow: boolean;
}

export function addEventCommands(program: Command, surroundings: Surroundings): void {
  const group = program.command('events').description('The events on the bus of the control plane.');
  const tail = group
    .command('tail')
    .description('Prints the events of the tenant as they come, until it is interrupted.')
    .option('--type <name>', 'only events of this type, such as RuntimeConnected; may be repeated', collected)
    .option('--bus <arn>', 'on AWS: output EventBusArn of the deployment (COMPASS_EVENT_BUS); needs AWS credentials')
    .option('--all', 'on this machine: begin with those that there are')
    .option('--no-follow', 'on this machine: print those that there are, and end')
    .action((options: TailOptions, command: Command) => tailEvents(options, command, surroundings));
  withExample(
    tail,
    'compass events tail --type RuntimeConnected',
    'compass events tail --no-follow --output json',
    'compass events tail --profile dev --bus arn:aws:events:eu-central-1:111122223333:event-bus/compass-dev-events',
  );
}

async function tailEvents(options: TailOptions, command: Command, surroundings: Surroundings): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const { tenant } = api.profile;
  const { type } = options;
  for await (const text of await textsOf(options, api, { surroundings, note: print.note })) {
    const event = busEventIn(text);
    if (event?.detail.metadata.tenant !== tenant || (type && !type.includes(event['detail-type']))) continue;
    const { metadata, data } = event.detail;
    print.streamed(event, `${metadata.occurredAt}  ${print.paint('bold', event['detail-type'])}  ${JSON.stringify(data)}`);
  }
}

/** The texts of the bus: of the file of a system on this machine, else of the bus that is named. */
async function textsOf(
  { type, bus, all, follow }: TailOptions,
  { profile: { eventsFile, tenant, name } }: ApiClient,
  { surroundings, note }: { surroundings: Surroundings; note: (text: string) => void },
): Promise<AsyncIterable<string>> {
  const arn = bus ?? surroundings.environment.COMPASS_EVENT_BUS;
  if (eventsFile !== undefined && bus === undefined)
    return linesOf(eventsFile, { fromStart: all === true || !follow, follow }, surroundings);
  if (arn === undefined)
    throw new CliError('usage', `The profile ${name} is no system on this machine, and the public APIs have no stream of events.`, {
      advice: 'On AWS name the event bus of the deployment: --bus, with its output EventBusArn.',
    });
  if (all || !follow)
    throw new CliError('usage', 'A bus has no events of before: --all and --no-follow are for a system on this machine.', {
      advice: 'Leave them out. The archive of the bus replays earlier events: docs/runbook.md.',
    });
  const eventBus = eventBusOf(arn);
  // Loaded on demand: the clients of AWS are larger than all the rest.
  const { eventsOnBus } = await import('../events/tail-bus.ts');
  return eventsOnBus(eventBus, { tenant, types: type, signal: surroundings.signal, note });
}
