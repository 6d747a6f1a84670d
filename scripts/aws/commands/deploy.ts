import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Command } from 'commander';
import { edgeRegion } from '#infra/setting-schema.ts';
import { cdkOnTerminal } from '../cdk.ts';
import { type DeploymentTools, deployAll } from '../deploy.ts';
import { messageKeyWord } from '../refuse-lost-messages.ts';
import { removables } from '../refuse-removals.ts';
import { readStage, type StageOptions, stageOption, stagesOption } from '../stage.ts';

const assembly = 'cdk.out';

/** Synthesizes the stage; `options` are those of the CDK command line, and more than context may be among them. */
export async function toolsOf(options: StageOptions, given: readonly string[]): Promise<DeploymentTools> {
  const { name, prefix, clients } = readStage(options);
  const context = ['-c', `stage=${name}`, '-c', `stagesFolder=${options.stages}`, ...contextIn(given)];
  await cdkOnTerminal('synth', '--quiet', '--output', assembly, ...context);
  return {
    prefix,
    cloudFormation: new CloudFormationClient(clients),
    sqs: new SQSClient(clients),
    edgeCloudFormation: new CloudFormationClient({ ...clients, region: edgeRegion }),
    assembly,
    cdk: (...args) => cdkOnTerminal(...args, '--app', assembly),
  };
}

const isContext = (option: string): boolean => /^(-c|--context)$/.test(option);
const contextIn = (options: readonly string[]) => options.filter((option, at) => isContext(option) || isContext(options[at - 1] ?? ''));
export const othersIn = (options: readonly string[]): string[] =>
  options.filter((option, at) => !isContext(option) && !isContext(options[at - 1] ?? ''));

export const deployCommand = (): Command =>
  new Command('deploy')
    .description('Deploys every stack. A first deployment that failed is repeated by the same command.')
    .addOption(stageOption)
    .addOption(stagesOption)
    .option(
      '--allow-removal <kinds>',
      `what may be dropped that clients or messages rely on, separated by commas: ${[...removables, messageKeyWord].join(', ')}`,
      '',
    )
    .argument('[options...]', 'options of cdk deploy, behind --')
    .addHelpText('after', '\nExample:\n  npm run aws -- deploy --stage dev -- --require-approval=never')
    .action(async (given: string[], options: StageOptions & { allowRemoval: string }) =>
      deployAll(await toolsOf(options, given), othersIn(given), { allowed: options.allowRemoval.split(',') }),
    );
