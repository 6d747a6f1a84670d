import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** Returns undefined for a stack that does not exist. */
export async function statusOf(
  { cloudFormation }: { readonly cloudFormation: CloudFormationClient },
  StackName: string,
): Promise<string | undefined> {
  const answer = await ifStackExists(cloudFormation.send(new DescribeStacksCommand({ StackName })));
  return answer?.Stacks?.[0]?.StackStatus;
}

/** Returns undefined where the stack of a request does not exist. */
export async function ifStackExists<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    // CloudFormation has no error of its own for that.
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
}
