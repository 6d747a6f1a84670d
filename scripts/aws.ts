import { Command } from 'commander';
import { sayAndExit } from '#local/say-and-exit.ts';
import { adminCommand } from './aws/commands/admin.ts';
import { deployCommand } from './aws/commands/deploy.ts';
import { destroyCommand } from './aws/commands/destroy.ts';
import { doctorCommand } from './aws/commands/doctor.ts';
import { drillCommand } from './aws/commands/drill.ts';
import { loginCommand } from './aws/commands/login.ts';
import { replayCommand } from './aws/commands/replay.ts';
import { restoreCommand, restoreDrillCommand } from './aws/commands/restore.ts';
import { rotateOriginCommand } from './aws/commands/rotate-origin.ts';
import { smokeCommand } from './aws/commands/smoke.ts';

const program = new Command('npm run aws --')
  .description('Puts a stage into the AWS account of the environment, looks after it, and takes it away.')
  .addHelpText(
    'after',
    `
Ends with code 0 if all is well; with 1 if something is not in order, was refused or failed: the last lines say what.
docs/deploying.md is the way from an empty account to the first call.`,
  );
for (const command of [
  doctorCommand(),
  deployCommand(),
  adminCommand(),
  loginCommand(),
  smokeCommand(),
  drillCommand(),
  replayCommand(),
  restoreDrillCommand(),
  restoreCommand(),
  rotateOriginCommand(),
  destroyCommand(),
])
  program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  sayAndExit(error);
}
