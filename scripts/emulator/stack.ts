import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import type { Emulator } from './ministack.ts';

const waiting = { maxWaitTime: 60, minDelay: 1, maxDelay: 1 };

export type Outputs = Readonly<Record<string, string>>;

/** Stacks beside those of the deployment, as another team in the account has them. */
export function otherStacks({ client: settings }: Emulator) {
  const client = new CloudFormationClient(settings);
  return {
    create: async (name: string, template: object): Promise<Outputs> => {
      await client.send(
        new CreateStackCommand({
          StackName: name,
          TemplateBody: JSON.stringify(template),
          Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
        }),
      );
      await waitUntilStackCreateComplete({ client, ...waiting }, { StackName: name });
      const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
      return Object.fromEntries((stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
    },
    remove: async (name: string): Promise<void> => {
      await client.send(new DeleteStackCommand({ StackName: name }));
      await waitUntilStackDeleteComplete({ client, ...waiting }, { StackName: name });
    },
  };
}
