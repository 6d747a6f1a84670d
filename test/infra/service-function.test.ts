import { Duration, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { allow } from '#infra/constructs/access.ts';
import { ServiceFunction } from '#infra/constructs/service-function.ts';
import { readDeploymentSettings } from '#infra/environments.ts';

const stack = new Stack();
stack.node.setContext('aws:cdk:bundling-stacks', []);

const settled = {
  deployment: { settings: readDeploymentSettings(stack.node), alarmTopic: new Topic(stack, 'Alarms') },
  entry: 'functions/event-relay/handler.ts',
  schema: z.object({ TABLE_NAME: z.string(), MOOD: z.string(), PATIENCE: z.string().optional() }),
  timeout: Duration.seconds(5),
  memorySize: 256,
} as const;
const tableAccess = { environment: { TABLE_NAME: 'table' }, statements: [allow(['dynamodb:GetItem'], ['arn:table'])] };

describe('a service function', () => {
  it('takes the variables of its accesses and those given, and leaves out what is optional', () => {
    const made = new ServiceFunction(stack, 'Complete', {
      ...settled,
      name: 'complete',
      access: [tableAccess],
      environment: { MOOD: 'fine' },
    });
    const { variables } = stack.resolve((made.function.node.defaultChild as unknown as { environment: { variables: object } }).environment);
    expect(variables).toEqual({ TABLE_NAME: 'table', MOOD: 'fine' });
  });

  it('does not compile without a variable that its schema asks for', () => {
    // @ts-expect-error MOOD is missing
    new ServiceFunction(stack, 'Moodless', { ...settled, name: 'moodless', access: [tableAccess], environment: {} });
    // @ts-expect-error TABLE_NAME is missing: no access brings it along
    new ServiceFunction(stack, 'Tableless', { ...settled, name: 'tableless', access: [], environment: { MOOD: 'fine' } });
    expect(stack.node.tryFindChild('Tableless')).toBeDefined();
  });
});
