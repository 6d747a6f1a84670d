import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { Command } from 'commander';
import { Refusal } from '#local/refusal.ts';
import { findGround } from '../doctor/account.ts';
import { alarmsOf } from '../drill/alarms.ts';
import { ringAlarms } from '../drill/ring.ts';
import { ringRule, rulesOf } from '../drill/rules.ts';
import { readStage, type StageOfCommand, type StageOptions, stageOption, stagesOption } from '../stage.ts';
import { type AlarmTopic, alarmTopicsOf, subscribersOf } from '../subscribers.ts';

interface DrillOptions extends StageOptions {
  readonly section?: string;
  readonly patience: string;
}

const runbook = join(import.meta.dirname, '../../../docs/runbook.md');

async function headings(): Promise<Set<string>> {
  return new Set([...(await readFile(runbook, 'utf8')).matchAll(/^#+ ([\w-]+)$/gm)].map(([, heading = '']) => heading));
}

async function drill(options: DrillOptions): Promise<void> {
  const stage = readStage(options);
  const { ground, findings } = await findGround(stage);
  if (!ground) throw new Refusal(findings.map(({ what, advice }) => `${what}. ${advice}`).join('\n'));
  const results = [];
  for (const topic of alarmTopicsOf(ground)) results.push(await drillTopic(topic, stage, options));
  if (results.every(({ count }) => count === 0))
    throw new Refusal(`No alarm of ${stage.prefix} leads to ${options.section ?? 'its topic'}.`);
  const faults = results.flatMap((result) => result.faults);
  if (faults.length > 0) throw new Refusal(`${faults.join('; ')}.`);
}

/** Rings what publishes to a topic. */
async function drillTopic(topic: AlarmTopic, stage: StageOfCommand, options: DrillOptions): Promise<{ count: number; faults: string[] }> {
  const { confirmed, pending } = await subscribersOf(topic).catch((error) => {
    throw new Refusal(`Stage ${stage.name} has no topic of alarms ${topic.arn}: ${error.message}`);
  });
  const client = new CloudWatchClient(topic.clients);
  const bus = new EventBridgeClient(topic.clients);
  const wanted = ({ section }: { section: string | undefined }) => options.section === undefined || section === options.section;
  const alarms = (await alarmsOf(client, stage.prefix, topic.arn)).filter(wanted);
  const rules = (await rulesOf(bus, topic.arn)).filter(wanted);
  const faults: string[] = [];
  if (confirmed.length === 0) faults.push(`no subscriber of ${topic.arn} has confirmed: no person hears an alarm`);
  console.log(`Subscribers: ${confirmed.join(', ') || 'none'}${pending.length > 0 ? `; not confirmed: ${pending.join(', ')}` : ''}`);
  const sections = await headings();
  const lines = await ringAlarms(client, {
    alarms,
    sections,
    patienceMs: Number(options.patience) * 1000,
    say: (progress) => console.error(progress),
  });
  for (const { verdict, alarm, what } of lines) console.log(`${verdict.padEnd(4)}  ${alarm.name}\n      ${what}`);
  const rung = await Promise.all(rules.map((rule) => ringRule(bus, rule, sections)));
  for (const { verdict, rule, what } of rung) console.log(`${verdict.padEnd(4)}  ${rule.name}\n      ${what}`);
  const failed = [...lines, ...rung].filter(({ verdict }) => verdict === 'FAIL').length;
  if (failed > 0) faults.push(`${failed} of ${lines.length + rung.length} alarms and rules would not be heard`);
  return { count: lines.length + rung.length, faults };
}

export const drillCommand = (): Command =>
  new Command('drill')
    .description(
      'Rings the alarms of a stage and ends them, and rings the rules that publish beside them. Says whether each was published, and which section of the runbook it leads to.',
    )
    .addOption(stageOption)
    .addOption(stagesOption)
    .option('--section <name>', 'only those that lead to this section of docs/runbook.md')
    .option('--patience <seconds>', 'how long CloudWatch may take to note what it published', '60')
    .addHelpText(
      'after',
      `
Tell those on call before: each of them gets a message when an alarm begins, and when it ends. Takes one to two minutes for all alarms. Ends with
code 0 if the topic has a subscriber and no alarm failed.

Example:
  npm run aws -- drill --stage dev --section function-throttles`,
    )
    .action(drill);
