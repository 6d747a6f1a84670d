import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { contextOf, withExample } from '../context.ts';
import { type MemberOptions, memberIn, memberOptions } from '../member-options.ts';
import {
  ApplicationWebhooks,
  EnableWebhook,
  RotateWebhookSigningSecret,
  RuntimeWebhooks,
  TestWebhook,
} from '../operations/director.generated.ts';
import type { Surroundings } from '../surroundings.ts';

export function addWebhookCommands(program: Command, surroundings: Surroundings): void {
  const group = program.command('webhook').description('Webhooks: list, test, rotate, enable.');
  const list = memberOptions(
    group.command('list').description('Lists the webhooks of an Application or a Runtime, and how their deliveries go.'),
  ).action(async (options: MemberOptions, command: Command) => {
    const { api, print } = await contextOf(command, surroundings);
    const { kind, id } = await memberIn(options, api);
    const { owner } = await api.send(kind.objectType === 'APPLICATION' ? ApplicationWebhooks : RuntimeWebhooks, { id });
    print.list(owner?.webhooks ?? [], [
      ['ID', (webhook) => webhook.id],
      ['TYPE', ({ type }) => type],
      ['STATUS', ({ status }) => status.condition],
      ['SINCE', ({ status }) => status.timestamp],
      ['URL', ({ url }) => url],
    ]);
  });
  withExample(list, 'compass webhook list --app shop');
  const test = group
    .command('test <id>')
    .description('Posts a signed test message to a webhook, and shows what its endpoint answered.')
    .action(async (id: string, _: object, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      const { tested } = await api.send(TestWebhook, { id });
      const { accepted, status, error, duration, body } = tested;
      print.object(tested, { accepted: accepted ? 'yes' : 'no', status, error, duration: `${duration} ms`, body });
      if (!accepted)
        throw new CliError('failed', 'The endpoint did not accept the message.', {
          advice: 'It must answer with a 2xx within 15 seconds, and accept the signature: docs/webhooks.md.',
        });
    });
  withExample(test, 'compass webhook test 01a22961-84bf-7361-812b-834689843da5');
  const rotate = group
    .command('rotate <id>')
    .description('Gives a webhook another signing secret, and prints it. The one before signs for 24 hours, too.')
    .action(async (id: string, _: object, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      const { webhook } = await api.send(RotateWebhookSigningSecret, { id });
      print.text(webhook, webhook.publicKey ?? webhook.signingSecret ?? 'The signed-in user may not see the signing secret.');
    });
  withExample(rotate, 'compass webhook rotate 01a22961-84bf-7361-812b-834689843da5');
  const enable = group
    .command('enable <id>')
    .description('Has deliveries made to a disabled webhook again. Those that failed meanwhile: compass delivery recover.')
    .action(async (id: string, _: object, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      const { webhook } = await api.send(EnableWebhook, { id });
      print.object(webhook, { id, url: webhook.url, status: webhook.status.condition });
    });
  withExample(enable, 'compass webhook enable 01a22961-84bf-7361-812b-834689843da5');
}
