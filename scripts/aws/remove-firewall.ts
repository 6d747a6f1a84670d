import { type CloudFormationClient, DeleteStackCommand, waitUntilStackDeleteComplete } from '@aws-sdk/client-cloudformation';
import { statusOf } from './stack-status.ts';

interface Tools {
  readonly prefix: string;
  readonly edgeCloudFormation: CloudFormationClient;
}

/** In seconds: CloudFront takes a change to every edge, and a distribution from every edge before it is deleted. */
export const edgeWaiting = { maxWaitTime: 1800, minDelay: 1, maxDelay: 15 };

/** Errors of credentials that reach nothing in the Region of the firewall, and have deployed nothing there. */
const noRights = /AccessDenied|UnrecognizedClient|InvalidClientToken/;

export const firewallStackOf = (prefix: string): string => `${prefix}-firewall`;

/** Deletes the stack of a firewall, if there is one: the CDK forgets a stack that the settings do not have any more. */
export async function removeFirewall({ prefix, edgeCloudFormation }: Tools): Promise<void> {
  const StackName = firewallStackOf(prefix);
  if ((await statusIfAllowed(edgeCloudFormation, StackName)) === undefined) return;
  await edgeCloudFormation.send(new DeleteStackCommand({ StackName }));
  await waitUntilStackDeleteComplete({ client: edgeCloudFormation, ...edgeWaiting }, { StackName });
}

async function statusIfAllowed(cloudFormation: CloudFormationClient, StackName: string): Promise<string | undefined> {
  try {
    return await statusOf({ cloudFormation }, StackName);
  } catch (error) {
    if (error instanceof Error && noRights.test(error.name)) return undefined;
    throw error;
  }
}
