import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** Returns undefined for a stack that does not exist. */
export async function statusOf(
  { cloudFormation }: { readonly cloudFormation: CloudFormationClient },
  StackName: string,
): Promise<string | undefined> {
  try {
    const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
    return stack?.StackStatus;
  } catch (error) {
    // CloudFormation has no error of its own for that.
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
}
