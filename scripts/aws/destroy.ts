import { type DeploymentTools, protectionArgument, statefulStackOf, unprotectStack } from './deploy.ts';
import { removeFirewall } from './remove-firewall.ts';
import { statusOf } from './stack-status.ts';

/**
 * Deletes every stack; `args` go to the CDK command line. The data stays: `keptResources` lists it. It can be deleted afterwards, since its
 * protection is switched off.
 */
export async function destroyAll(tools: DeploymentTools, ...args: string[]): Promise<void> {
  const { prefix, cdk } = tools;
  const stateful = statefulStackOf(prefix);
  const status = await statusOf(tools, stateful);
  // A deployment would make it again.
  if (status?.endsWith('_COMPLETE'))
    await cdk('deploy', '--exclusively', stateful, protectionArgument(prefix, 'off'), '--require-approval=never', ...args);
  if (status !== undefined) await unprotectStack(tools);
  await cdk('destroy', '--all', '--force', ...args);
  // One that the settings do not have any more is in no assembly.
  await removeFirewall(tools);
}
