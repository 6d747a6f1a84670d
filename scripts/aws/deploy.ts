import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CloudFormationClient,
  DeleteStackCommand,
  UpdateTerminationProtectionCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { refuseLostMessages } from './refuse-lost-messages.ts';
import { refuseRemovals } from './refuse-removals.ts';
import { firewallStackOf, removeFirewall } from './remove-firewall.ts';
import { wouldRefuseSigners } from './signing-restriction.ts';
import { statusOf } from './stack-status.ts';

/** Runs the CDK command line with these arguments. */
type Cdk = (...args: string[]) => Promise<unknown>;

export interface DeploymentTools {
  /** Physical names begin with this. */
  readonly prefix: string;
  readonly cloudFormation: CloudFormationClient;
  readonly sqs: SQSClient;
  /** In the Region of the firewall. */
  readonly edgeCloudFormation: CloudFormationClient;
  /** Folder of the cloud assembly that is deployed. */
  readonly assembly: string;
  readonly cdk: Cdk;
}

interface DeployOptions {
  /** Kinds that may be dropped: see `removables` and `messageKeyWord`. */
  readonly allowed?: readonly string[];
}

/** States of a stack that was never completed, so that nothing is lost with it. */
const neverCompleted = ['CREATE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'];
const waiting = { maxWaitTime: 600, minDelay: 1, maxDelay: 5 };

/** The stack with the data. */
export const statefulStackOf = (prefix: string): string => `${prefix}-stateful`;

/** The argument of the CDK command line that says whether resources with data refuse to be deleted. */
export const protectionArgument = (prefix: string, state: 'on' | 'off'): string =>
  `--parameters=${statefulStackOf(prefix)}:DeletionProtection=${state}`;

/** The argument of the CDK command line that says whether the keys of authorities refuse other roles than those of the functions that sign. */
const restrictionArgument = (prefix: string, state: 'on' | 'off'): string =>
  `--parameters=${statefulStackOf(prefix)}:SigningRestriction=${state}`;

/**
 * Deploys every stack; `args` go to `cdk deploy`. The resources with data are protected once their stack was completed, not before: a first
 * deployment that fails can delete what it made, and is repeated by the same command. Keys refuse the signing roles of an earlier release only once
 * every stack has the new ones. A firewall that the settings do not have any more goes at last, when names lead to the gateway again. Throws a Refusal
 * before anything is deployed if a domain, a firewall, an issuer or an authority would be dropped that is not allowed to, or a queue that holds messages,
 * or a key that they may be encrypted with.
 */
export async function deployAll(tools: DeploymentTools, args: readonly string[], options: DeployOptions = {}): Promise<void> {
  await deployStacks(tools, args, options);
  if (!existsSync(join(tools.assembly, `${firewallStackOf(tools.prefix)}.template.json`))) await removeFirewall(tools);
}

async function deployStacks(tools: DeploymentTools, args: readonly string[], { allowed = [] }: DeployOptions): Promise<void> {
  const { prefix, cdk, cloudFormation, assembly } = tools;
  const stack = statefulStackOf(prefix);
  const isFirst = await isFirstDeployment(tools);
  if (!isFirst) {
    await refuseRemovals({ cloudFormation, assembly, allowed, stack });
    await refuseLostMessages({ ...tools, allowed });
  }
  const renamesSigners = !isFirst && (await wouldRefuseSigners({ cloudFormation, assembly, stack }));
  const restriction = (state: 'on' | 'off') => (renamesSigners ? [restrictionArgument(prefix, state)] : []);
  await cdk('deploy', '--all', protectionArgument(prefix, isFirst ? 'off' : 'on'), ...restriction('off'), ...args);
  if (!isFirst && !renamesSigners) return;
  // The outputs of all stacks are written already, and this one alone would take their place.
  const others = args.filter((argument) => !argument.startsWith('--outputs-file'));
  await cdk('deploy', '--exclusively', stack, protectionArgument(prefix, 'on'), ...restriction('on'), ...others);
}

/** Removes what a failed first deployment left of the stack with the data: its termination protection keeps the CDK from doing so. */
async function isFirstDeployment(tools: DeploymentTools): Promise<boolean> {
  const { prefix, cloudFormation } = tools;
  const StackName = statefulStackOf(prefix);
  const status = await statusOf(tools, StackName);
  if (status === undefined || status === 'REVIEW_IN_PROGRESS') return true;
  if (!neverCompleted.includes(status)) return false;
  await unprotectStack(tools);
  await cloudFormation.send(new DeleteStackCommand({ StackName }));
  await waitUntilStackDeleteComplete({ client: cloudFormation, ...waiting }, { StackName });
  return true;
}

export async function unprotectStack({ prefix, cloudFormation }: DeploymentTools): Promise<void> {
  const StackName = statefulStackOf(prefix);
  await cloudFormation.send(new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }));
}
