import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { runtimeStackName, runtimeTags } from '#shared/provisioning/runtime-template-contract.ts';
import { eventually } from '../demo/eventually.ts';
import { formation } from '../demo/pairing.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import type { Emulator } from './ministack.ts';
import { operationSucceeds } from './operation.ts';
import type { EmulatedSystem } from './system.ts';

const started = z.object({ id: z.string(), runtimeID: z.string() });
const runtime = z.object({ status: z.object({ condition: z.string() }), labels: z.record(z.string(), z.unknown()) });

/** Provisions a Runtime as a stack of CloudFormation, reads its view of Applications as an extension does, and removes it. */
export async function playRuntimeStack(
  { step, administrator }: Stage,
  { emulator, deployment: { prefix } }: EmulatedSystem,
): Promise<void> {
  const id = await step('runtime-stack', 1, 'the Provisioner builds a stack, and the Agent in it pairs by itself', async () => {
    const operation = await administrator.provisioner(
      'mutation ($config: ProvisionRuntimeInput!) { result: provisionRuntime(config: $config) { id runtimeID } }',
      started,
      { config: { runtimeInput: { name: 'runtime-on-aws' }, driver: 'cloudformation', parameters: {}, formations: [formation] } },
    );
    await operationSucceeds(administrator, operation.id);
    const query = 'query ($id: ID!) { result: runtime(id: $id) { status { condition } labels } }';
    const found = await administrator.director(query, runtime, { id: operation.runtimeID });
    check(found.status.condition === 'CONNECTED', `the Runtime to be connected, not ${found.status.condition}`);
    return operation.runtimeID;
  });
  const account = accountOf(emulator, runtimeStackName(prefix, id));
  await step('runtime-stack', 2, 'the stack has the tags of its tenant and Runtime, and outputs for people', async () => {
    const { Tags = [], Outputs = [] } = (await account.stack()) ?? {};
    check(
      Tags.some(({ Key, Value }) => Key === runtimeTags.runtime && Value === id),
      'the tag of the Runtime',
    );
    check(
      Outputs.some(({ OutputKey, OutputValue }) => OutputKey === 'TableName' && OutputValue === runtimeStackName(prefix, id)),
      'the name of its table',
    );
  });
  await step('runtime-stack', 3, 'its table has the Applications of the formation with their contents', async () => {
    const heads = await eventually('the heads of Applications', async () => {
      const found = await account.partition('APPLICATIONS');
      return found.length > 0 ? found : undefined;
    });
    for (const { id: application, content } of heads) {
      const parts = (await account.partition(`APPLICATION#${application}`)).filter(({ sk }) => String(sk).startsWith(`${content}#`));
      const whole = JSON.parse(parts.map(({ json }) => json).join('')) as { id: string };
      check(whole.id === application, 'the contents of each Application');
    }
  });
  await step('runtime-stack', 4, 'deprovisioning leaves nothing of it in the account', async () => {
    const operation = await administrator.provisioner('mutation ($id: String!) { result: deprovisionRuntime(id: $id) }', z.string(), {
      id,
    });
    await operationSucceeds(administrator, operation);
    check((await account.stack()) === undefined, 'no stack');
    check((await account.parameters()).length === 0, 'no parameter of the Agent');
  });
}

function accountOf({ client: settings }: Emulator, stackName: string) {
  const cloudFormation = new CloudFormationClient(settings);
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
  return {
    /** Undefined once it is gone. */
    stack: async () => {
      const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({})).catch(() => ({ Stacks: [] }));
      return Stacks.find(({ StackName, StackStatus }) => StackName === stackName && StackStatus !== 'DELETE_COMPLETE');
    },
    parameters: async () => {
      const { Parameters = [] } = await new SSMClient(settings).send(new GetParametersByPathCommand({ Path: `/${stackName}` }));
      return Parameters;
    },
    partition: async (pk: string): Promise<Record<string, unknown>[]> => {
      const query = { TableName: stackName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
      const { Items = [] } = await table.send(new QueryCommand(query));
      return Items;
    },
  };
}
