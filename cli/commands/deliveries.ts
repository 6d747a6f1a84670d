import { type Command, InvalidArgumentError, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { everyPage, firstOf } from '../client/pages.ts';
import { contextOf, withExample } from '../context.ts';
import { collected, positiveInteger } from '../input.ts';
import { applications, memberBy } from '../members.ts';
import { Deliveries, type DeliveryFilter, RecoverWebhook, Redeliver } from '../operations/director.generated.ts';
import type { Surroundings } from '../surroundings.ts';

interface OwnerOptions {
  readonly app?: string;
  readonly webhook?: string;
}

interface ListOptions extends OwnerOptions {
  readonly state?: NonNullable<NonNullable<DeliveryFilter['states']>[number]>;
  readonly event?: readonly string[];
  readonly since?: string;
  readonly limit: number;
}

const states = ['PENDING', 'SUCCEEDED', 'FAILED', 'GONE', 'DROPPED'] as const;

/** The most that one request to recover a webhook begins anew. */
const recoveredAtOnce = 1000;

export function addDeliveryCommands(program: Command, surroundings: Surroundings): void {
  const group = program.command('delivery').description('Deliveries to webhooks: list, show, retry, recover.');
  const list = ownerOptions(group.command('list').description('Lists deliveries, the latest first.'))
    .addOption(new Option('--state <state>', 'only those in the state').choices(states))
    .option('--event <type>', 'only those of events of the type; may be repeated', collected)
    .option('--since <time>', 'only those made since then: a time, or a duration such as 15m, 6h, 2d', since(surroundings))
    .option('--limit <number>', 'at most so many', positiveInteger, 50)
    .action((options: ListOptions, command: Command) => listDeliveries(options, command, surroundings));
  withExample(list, 'compass delivery list --app shop --state FAILED --since 6h');
  const show = ownerOptions(
    group.command('show <id>').description('Shows a delivery with its attempts, and what the endpoint answered.'),
  ).action((id: string, options: OwnerOptions, command: Command) => showDelivery(id, options, command, surroundings));
  withExample(show, 'compass delivery show msg_52f7dfb0f6d5a5b6a3a0f2d8a7f0e7a1 --app shop');
  const retry = group
    .command('retry <id>')
    .description('Has a delivery that ended begin anew within a minute, with the same message.')
    .action(async (id: string, _: object, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      const { delivery } = await api.send(Redeliver, { id });
      print.object(delivery, { id: delivery.id, state: delivery.state, nextAttemptAt: delivery.nextAttemptAt });
    });
  withExample(retry, 'compass delivery retry msg_52f7dfb0f6d5a5b6a3a0f2d8a7f0e7a1');
  const recover = group
    .command('recover <webhook>')
    .description('Has every delivery to a webhook that failed since a time begin anew, the oldest first.')
    .requiredOption('--since <time>', 'a time, or a duration such as 15m, 6h, 2d; 30 days at most', since(surroundings))
    .action((webhook: string, options: { since: string }, command: Command) => recoverWebhook(webhook, options, command, surroundings));
  withExample(recover, 'compass delivery recover 01a22961-84bf-7361-812b-834689843da5 --since 2d');
}

const ownerOptions = (command: Command): Command =>
  command.option('--app <app>', 'of the Application with this id or name').option('--webhook <id>', 'to the webhook with this id');

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const since =
  ({ now }: Surroundings) =>
  (text: string): string => {
    const [, number, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
    const time = number === undefined ? Date.parse(text) : now().getTime() - Number(number) * (units[unit] ?? 0);
    if (Number.isNaN(time))
      throw new InvalidArgumentError('It must be a time such as 2026-01-31T12:00:00Z, or a duration such as 15m, 6h or 2d.');
    return new Date(time).toISOString();
  };

async function deliveriesOf(
  { app, webhook }: OwnerOptions,
  filter: DeliveryFilter | undefined,
  command: Command,
  surroundings: Surroundings,
) {
  if ((app === undefined) === (webhook === undefined)) throw new CliError('usage', 'Give either --app or --webhook.');
  const { api, print } = await contextOf(command, surroundings);
  const owner = app === undefined ? { webhookID: webhook } : { applicationID: (await memberBy(applications, app, api)).id };
  const rows = everyPage(async ({ after }) => (await api.send(Deliveries, { ...owner, filter, first: 100, after })).page);
  return { print, rows };
}

async function listDeliveries({ state, event, since: from, limit, ...owner }: ListOptions, command: Command, surroundings: Surroundings) {
  const filter = { states: state && [state], eventTypes: event, from };
  const { print, rows } = await deliveriesOf(owner, filter, command, surroundings);
  print.list(await firstOf(rows, limit), [
    ['CREATED', ({ createdAt }) => createdAt],
    ['STATE', (delivery) => delivery.state],
    ['EVENT', ({ eventType }) => eventType],
    ['ATTEMPTS', ({ attempts }) => attempts.length],
    ['LAST', ({ attempts }) => attempts.at(-1)?.error ?? attempts.at(-1)?.status],
    ['ID', ({ id }) => id],
  ]);
}

async function showDelivery(id: string, owner: OwnerOptions, command: Command, surroundings: Surroundings) {
  const { print, rows } = await deliveriesOf(owner, undefined, command, surroundings);
  for await (const delivery of rows) {
    if (delivery.id !== id) continue;
    const { attempts, ...others } = delivery;
    print.object(delivery, { ...others, attempts: attempts.length });
    if (print.format === 'table')
      print.list(attempts, [
        ['ATTEMPT', ({ timestamp }) => timestamp],
        ['STATUS', ({ status }) => status],
        ['MS', ({ duration }) => duration],
        ['ERROR', ({ error }) => error],
        ['ANSWER', ({ body }) => body],
      ]);
    return;
  }
  throw new CliError('not-found', `There is no delivery ${id}.`, { advice: 'Deliveries are kept for 30 days: compass delivery list.' });
}

async function recoverWebhook(id: string, options: { since: string }, command: Command, surroundings: Surroundings) {
  const { api, print } = await contextOf(command, surroundings);
  let recovered = 0;
  for (let last = recoveredAtOnce; last >= recoveredAtOnce; recovered += last) {
    last = (await api.send(RecoverWebhook, { id, since: options.since })).recovered;
  }
  print.text({ recovered }, recovered === 1 ? '1 delivery begins anew.' : `${recovered} deliveries begin anew.`);
}
