import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { Refusal } from '#local/refusal.ts';
import { statefulStackOf } from './deploy.ts';
import type { StageOfCommand } from './stage.ts';

/** The outputs of a deployment that the commands use. */
export type Outputs = Readonly<Record<string, string>>;

/** Reads the outputs of the stacks `stateful` and `api`. Refuses a stage that is not deployed. */
export async function outputsOf({ name, prefix, clients }: Pick<StageOfCommand, 'name' | 'prefix' | 'clients'>): Promise<Outputs> {
  const client = new CloudFormationClient(clients);
  const stacks = await Promise.all(
    [statefulStackOf(prefix), `${prefix}-api`].map(async (StackName) => {
      try {
        const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
        return stack?.Outputs ?? [];
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Refusal(
          `Stage ${name} is not found: ${reason}. Is it deployed, and are these the credentials of its account and Region?`,
        );
      }
    }),
  );
  return Object.fromEntries(stacks.flat().map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
}

/** Returns an output that every deployment has. */
export function outputIn(outputs: Outputs, name: string): string {
  const value = outputs[name];
  if (value === undefined) throw new Refusal(`The deployment has no output ${name}: deploy it again with this version.`);
  return value;
}

/** Returns the URL of an API; undefined where the settings leave the API out, and the output says so in words. */
export const urlIn = (outputs: Outputs, name: string): string | undefined =>
  outputs[name]?.startsWith('http') ? outputs[name] : undefined;
