import { Command } from 'commander';
import { Refusal } from '#local/refusal.ts';
import { onInterruption } from '../on-interruption.ts';
import { outputsOf } from '../outputs.ts';
import { type CallerOptions, callerOf } from '../smoke/caller.ts';
import { linesTo } from '../smoke/lines.ts';
import { smokeTest } from '../smoke/play.ts';
import { type OtherBases, urlsOf } from '../smoke/urls.ts';
import { readStage, type StageOptions, stageOption, stagesOption } from '../stage.ts';

async function runSmoke(options: StageOptions & CallerOptions & OtherBases): Promise<void> {
  const urls = urlsOf(await outputsOf(readStage(options)), options);
  const caller = await callerOf(options, urls);
  console.log(`Smoke test of stage ${options.stage} as ${caller.who}.`);
  const lines = linesTo(console.log);
  const smoke = smokeTest(lines, caller, urls);
  onInterruption(smoke.remove);
  const failed = await smoke.play().finally(async () => {
    const left = await smoke.remove();
    if (left.length > 0) throw new Refusal(`Remove by hand: ${left.join('; ')}`);
    console.log('ok    everything that was made is removed');
  });
  if (failed.length > 0) throw new Refusal(`${failed.length} failed: ${failed.join('; ')}`);
}

export const smokeCommand = (): Command =>
  new Command('smoke')
    .description('Calls every API of a stage as its clients do: register, pair, revoke. Removes what it made, also after a failure.')
    .addOption(stageOption)
    .addOption(stagesOption)
    .requiredOption('--tenant <id>', 'the tenant in which an Application and a Runtime are made')
    .option('--token-file <file>', 'file with the token; else it is the variable TOKEN')
    .option('--public-url <url>', 'other address of the public API, for instance of a proxy')
    .option('--mtls-url <url>', 'other address of the certificate-secured API')
    .addHelpText(
      'after',
      `
With the variables COMPASS_CLIENT_ID and COMPASS_CLIENT_SECRET it acts as an OAuth client of an integration system.
Takes up to half a minute: revocation lists are published after about ten seconds. Ends with code 0 if every line is ok.

Example:
  npm run aws -- login --stage dev --save token
  npm run aws -- smoke --stage dev --tenant 3e64ebae-38b5-46a0-b1ed-9ccee153a0ae --token-file token`,
    )
    .action(runSmoke);
