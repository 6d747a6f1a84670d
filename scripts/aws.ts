import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { Command } from 'commander';
import { readStageFile, stagesFolder } from '#infra/stage-file.ts';
import { Refusal } from '#local/refusal.ts';
import { sayAndExit } from '#local/say-and-exit.ts';
import { cdkOnTerminal } from './aws/cdk.ts';
import { deleteKept } from './aws/delete-kept.ts';
import { type DeploymentTools, deployAll } from './aws/deploy.ts';
import { destroyAll } from './aws/destroy.ts';
import { type KeptResource, keptResources } from './aws/kept-resources.ts';
import { removables } from './aws/refuse-removals.ts';

const program = new Command('npm run aws --').description('Puts a stage into the AWS account of the environment, and takes it away.');

const assembly = 'cdk.out';

/** Synthesizes the stage; `options` are those of the CDK command line, and more than context may be among them. */
async function toolsOf(stage: string, options: readonly string[]): Promise<DeploymentTools> {
  await cdkOnTerminal('synth', '--quiet', '--output', assembly, '-c', `stage=${stage}`, ...contextIn(options));
  return {
    prefix: `compass-${stage}`,
    cloudFormation: new CloudFormationClient(regionOf(stage)),
    assembly,
    cdk: (...args) => cdkOnTerminal(...args, '--app', assembly),
  };
}

/** The Region of the stage's file; without one, that of the environment. */
function regionOf(stage: string): { region?: string } {
  const region = readStageFile(stage, stagesFolder)?.region;
  return region === undefined ? {} : { region };
}

const isContext = (option: string): boolean => /^(-c|--context)$/.test(option);
const contextIn = (options: readonly string[]) => options.filter((option, at) => isContext(option) || isContext(options[at - 1] ?? ''));
const othersIn = (options: readonly string[]) => options.filter((option, at) => !isContext(option) && !isContext(options[at - 1] ?? ''));

const listed = (resources: readonly KeptResource[]): string => resources.map(({ type, id }) => `  ${type}  ${id}`).join('\n');

program
  .command('deploy')
  .description('Deploys every stack. A first deployment that failed is repeated by the same command.')
  .requiredOption('--stage <name>', 'name of the stage')
  .option('--allow-removal <kinds>', `what may be dropped that clients rely on, separated by commas: ${removables.join(', ')}`, '')
  .argument('[options...]', 'options of cdk deploy, behind --')
  .action(async (options: string[], { stage, allowRemoval }: { stage: string; allowRemoval: string }) =>
    deployAll(await toolsOf(stage, options), othersIn(options), { allowed: allowRemoval.split(',') }),
  );

program
  .command('destroy')
  .description('Deletes every stack. The data stays, unless --with-data is given.')
  .requiredOption('--stage <name>', 'name of the stage')
  .requiredOption('--confirm <prefix>', 'what is to be deleted: compass-<stage>')
  .option('--with-data', 'delete the data too: tables, buckets, keys, secrets, users', false)
  .argument('[options...]', 'options of cdk destroy, behind --')
  .action(async (options: string[], { stage, confirm, withData }: { stage: string; confirm: string; withData: boolean }) => {
    const prefix = `compass-${stage}`;
    if (confirm !== prefix) throw new Refusal(`--confirm ${confirm} is not ${prefix}; nothing was deleted.`);
    const tools = await toolsOf(stage, options);
    await destroyAll(tools, ...othersIn(options));
    const kept = await keptResources(tools.cloudFormation, tools.prefix);
    if (withData) await deleteKept(kept, regionOf(stage));
    console.log(`${withData ? 'Deleted' : 'Kept, under names that a new deployment needs'}:\n${listed(kept)}`);
  });

try {
  await program.parseAsync();
} catch (error) {
  sayAndExit(error);
}
