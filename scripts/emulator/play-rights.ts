import { CloudWatchLogsClient, DescribeLogGroupsCommand, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { refusalOf } from '../demo/administrator.ts';
import { eventually } from '../demo/eventually.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import { otherStacks } from './stack.ts';
import type { EmulatedSystem } from './system.ts';

/** Lines of a log that say so of a call. */
const refusal = /AccessDenied|not authorized/;

/** Checks that IAM decided about every call of the functions above: none was refused, and a call without the right is. */
export async function playRights({ step, administrator }: Stage, { emulator, deployment }: EmulatedSystem): Promise<void> {
  await step('rights', 1, 'no function was refused anything under its own role', async () => {
    const logged = await refusals(emulator, deployment.prefix);
    check(logged.length === 0, `no refusals, not:\n${logged.join('\n')}`);
  });
  await step('rights', 2, 'a function whose role is denied the table fails, so that IAM was asked indeed', async () => {
    const read = () => administrator.director('{ result: applications(first: 1) { totalCount } }', z.object({ totalCount: z.number() }));
    const { Role = '' } = await new LambdaClient(emulator.client).send(
      new GetFunctionConfigurationCommand({ FunctionName: `${deployment.prefix}-director` }),
    );
    await read();
    const stacks = otherStacks(emulator);
    await stacks.create('denial', {
      Resources: {
        Denial: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            PolicyName: 'denial',
            Roles: [Role.split('/').at(-1)],
            PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' }] },
          },
        },
      },
    });
    const answer = await refusalOf(read());
    check(/internal/i.test(answer), `an internal error, not "${answer}"`);
    await eventually('the log to say so', async () => (await refusals(emulator, deployment.prefix))[0]);
    await stacks.remove('denial');
    await read();
  });
}

/** Finds what the functions logged about refusals by IAM. */
export async function refusals({ client: settings }: EmulatedSystem['emulator'], prefix: string): Promise<string[]> {
  const client = new CloudWatchLogsClient(settings);
  const { logGroups = [] } = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: `/aws/lambda/${prefix}-` }));
  const found = logGroups.map(async ({ logGroupName }) => {
    const { events = [] } = await client.send(new FilterLogEventsCommand({ logGroupName }));
    return events
      .filter(({ message = '' }) => refusal.test(message))
      .map(({ message = '' }) => `${logGroupName}: ${message.slice(0, 500)}`);
  });
  return (await Promise.all(found)).flat();
}
