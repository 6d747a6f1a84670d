import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Command } from 'commander';
import { Refusal } from '#local/refusal.ts';
import { onInterruption } from '../on-interruption.ts';
import { drillRestore, endAgain, tableOf } from '../restore/drill.ts';
import { readJournal } from '../restore/journal.ts';
import { drainSeconds, pauseFunctions } from '../restore/paused-functions.ts';
import { changesOf, putBack } from '../restore/put-back.ts';
import { readStage, type StageOptions, stageOption, stagesOption } from '../stage.ts';

function timeIn(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime()) || time > new Date()) throw new Refusal(`${text} is no time in the past, such as 2026-01-02T03:04:05Z.`);
  return time;
}

async function drill({ to, keep, ...options }: StageOptions & { to?: string; keep: boolean }): Promise<void> {
  const startedAt = Date.now();
  const restored = await drillRestore(readStage(options), { to: timeIn(to), keep, now: new Date(), say: console.log });
  console.log(`ok: the table can be restored, and what has ended counts no more. ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  if (keep)
    console.log(
      `Next: npm run aws -- restore --stage ${options.stage} --from ${restored} --to ${to ?? 'TIME'} --confirm compass-${options.stage}`,
    );
}

interface RestoreOptions extends StageOptions {
  readonly from: string;
  readonly to: string;
  readonly confirm: string;
  readonly drain: string;
}

async function restore({ from, to, confirm, drain, ...options }: RestoreOptions): Promise<void> {
  const stage = readStage(options);
  if (confirm !== stage.prefix) throw new Refusal(`--confirm ${confirm} is not ${stage.prefix}; nothing was changed.`);
  const since = timeIn(to);
  if (!since) throw new Refusal('--to is the time to which the table was restored.');
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(stage.clients), { marshallOptions: { removeUndefinedValues: true } });
  const present = tableOf(stage.prefix);
  const journal = () => readJournal(stage.clients, stage.prefix, since);
  await endAgain(client, from, await journal(), console.log);
  const { names, reserved, resume } = await pauseFunctions(stage.clients, present);
  onInterruption(resume);
  try {
    console.log(
      `${names.length} functions are stopped (reserved concurrency before: ${JSON.stringify(reserved)}); waiting ${drain} s for calls that run.`,
    );
    await pause(Number(drain) * 1000);
    await endAgain(client, from, await journal(), console.log);
    const count = await putBack(client, present, changesOf(client, { restored: from, present }));
    await endAgain(client, present, await journal(), console.log);
    console.log(`${count} items of ${present} were changed.`);
  } finally {
    await resume();
    console.log('The functions run again.');
  }
  console.log(`Delete ${from} when you need it no more. docs/runbook.md#restored-table says what is to be done now.`);
}

export const restoreDrillCommand = (): Command =>
  new Command('restore-drill')
    .description(
      'Restores the table beside the present one, checks that what was revoked or deleted since counts no more, and deletes it again.',
    )
    .addOption(stageOption)
    .addOption(stagesOption)
    .option('--to <time>', 'a time of the last 35 days; else the latest possible, some minutes ago')
    .option('--keep', 'keep the restored table, to look into it or to put it back', false)
    .addHelpText(
      'after',
      `
Changes nothing in the present table. Takes minutes to hours, by the size of the table, and prints what a restore would change.

Example:
  npm run aws -- restore-drill --stage dev --to 2026-01-02T03:04:05Z`,
    )
    .action(drill);

export const restoreCommand = (): Command =>
  new Command('restore')
    .description('Makes the present table what a restored one is, without what has ended since. The functions stand still meanwhile.')
    .addOption(stageOption)
    .addOption(stagesOption)
    .requiredOption('--from <table>', 'the table that restore-drill --keep has left')
    .requiredOption('--to <time>', 'the time to which it was restored')
    .requiredOption('--confirm <prefix>', 'what is to be changed: compass-<stage>')
    .option('--drain <seconds>', 'how long calls that run may take', String(drainSeconds))
    .addHelpText(
      'after',
      `
May be repeated after an interruption. Read docs/runbook.md#restored-table before.

Example:
  npm run aws -- restore --stage dev --from compass-dev-control-plane-restored-20260102t030405z \\
    --to 2026-01-02T03:04:05Z --confirm compass-dev`,
    )
    .action(restore);
