import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { Command } from 'commander';
import { Refusal } from '#local/refusal.ts';
import { sayAndExit } from '#local/say-and-exit.ts';
import { cdkOnTerminal } from './aws/cdk.ts';
import { deleteKept } from './aws/delete-kept.ts';
import { type DeploymentTools, deployAll } from './aws/deploy.ts';
import { destroyAll } from './aws/destroy.ts';
import { type KeptResource, keptResources } from './aws/kept-resources.ts';

const program = new Command('npm run aws --').description('Puts a stage into the AWS account of the environment, and takes it away.');

const toolsOf = (stage: string): DeploymentTools => ({
  prefix: `compass-${stage}`,
  cloudFormation: new CloudFormationClient(),
  cdk: (...args) => cdkOnTerminal(...args, '-c', `stage=${stage}`),
});

const listed = (resources: readonly KeptResource[]): string => resources.map(({ type, id }) => `  ${type}  ${id}`).join('\n');

program
  .command('deploy')
  .description('Deploys every stack. A first deployment that failed is repeated by the same command.')
  .requiredOption('--stage <name>', 'name of the stage')
  .argument('[options...]', 'options of cdk deploy, behind --')
  .action((options: string[], { stage }: { stage: string }) => deployAll(toolsOf(stage), ...options));

program
  .command('destroy')
  .description('Deletes every stack. The data stays, unless --with-data is given.')
  .requiredOption('--stage <name>', 'name of the stage')
  .requiredOption('--confirm <prefix>', 'what is to be deleted: compass-<stage>')
  .option('--with-data', 'delete the data too: tables, buckets, keys, secrets, users', false)
  .argument('[options...]', 'options of cdk destroy, behind --')
  .action(async (options: string[], { stage, confirm, withData }: { stage: string; confirm: string; withData: boolean }) => {
    const tools = toolsOf(stage);
    if (confirm !== tools.prefix) throw new Refusal(`--confirm ${confirm} is not ${tools.prefix}; nothing was deleted.`);
    await destroyAll(tools, ...options);
    const kept = await keptResources(tools.cloudFormation, tools.prefix);
    if (withData) await deleteKept(kept, {});
    console.log(`${withData ? 'Deleted' : 'Kept, under names that a new deployment needs'}:\n${listed(kept)}`);
  });

try {
  await program.parseAsync();
} catch (error) {
  sayAndExit(error);
}
