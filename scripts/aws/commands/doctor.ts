import { Command } from 'commander';
import { Refusal } from '#local/refusal.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { readStage, type StageOptions, stageOption, stagesOption } from '../stage.ts';

const lineOf = ({ verdict, what, advice }: Finding): string => `${verdict.padEnd(4)}  ${what}${advice ? `\n      ${advice}` : ''}`;

export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('Looks whether the account is ready for the stage: credentials, bootstrap, quotas, names, keys, domain, issuer, alarms.')
    .addOption(stageOption)
    .addOption(stagesOption)
    .addHelpText(
      'after',
      `
Changes nothing, and takes a few seconds. A line begins with ok, with note (worth knowing), or with todo (mend it before you deploy).
Ends with code 0 unless there is a todo.

Example:
  npm run aws -- doctor --stage dev`,
    )
    .action(async (options: StageOptions) => {
      let todos = 0;
      for await (const finding of examine(readStage(options))) {
        if (finding.verdict === 'todo') todos += 1;
        console.log(lineOf(finding));
      }
      if (todos > 0) throw new Refusal(`${todos} to do before stage ${options.stage} can be deployed.`);
    });
