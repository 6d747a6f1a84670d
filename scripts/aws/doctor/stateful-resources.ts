import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { statefulStackOf } from '../deploy.ts';
import { statusOf } from '../stack-status.ts';
import type { Ground } from './finding.ts';

/** Physical ids of the resources of a type in the stack with the data; none before the first deployment. */
export async function statefulResources({ stage, clients }: Ground, type: string): Promise<string[]> {
  const cloudFormation = new CloudFormationClient(clients);
  const StackName = statefulStackOf(stage.prefix);
  if ((await statusOf({ cloudFormation }, StackName)) === undefined) return [];
  const { StackResources = [] } = await cloudFormation.send(new DescribeStackResourcesCommand({ StackName }));
  return StackResources.flatMap(({ ResourceType, PhysicalResourceId }) =>
    ResourceType === type && PhysicalResourceId ? [PhysicalResourceId] : [],
  );
}
