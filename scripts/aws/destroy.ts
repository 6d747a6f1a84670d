import { type DeploymentTools, protectionArgument, statefulStackOf, statusOf, unprotectStack } from './deploy.ts';

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
}
