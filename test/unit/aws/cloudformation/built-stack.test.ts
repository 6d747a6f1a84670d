import type { Stack } from '@aws-sdk/client-cloudformation';
import { describe, expect, it } from 'vitest';
import { builtStack } from '#shared/aws/cloudformation/built-stack.ts';

const stack = { StackName: 's', StackId: 'arn:s', CreationTime: new Date(0), StackStatus: 'CREATE_COMPLETE' } satisfies Stack;

describe('a stack that is ready', () => {
  it.each([
    ['aws', 'eu-west-1', 'console.aws.amazon.com'],
    ['aws-cn', 'cn-north-1', 'console.amazonaws.cn'],
    ['aws-us-gov', 'us-gov-west-1', 'console.amazonaws-us-gov.com'],
  ])('leads to the console of the partition %s', (partition, region, host) => {
    const consoleUrl = `https://${host}/cloudformation/home?region=${region}#/stacks/stackinfo?stackId=arn%3As`;
    expect(builtStack(stack, partition, region)).toEqual({ stackId: 'arn:s', consoleUrl, outputs: {} });
  });

  it('has no console page in an unknown partition', () => {
    for (const partition of ['aws-new', 'constructor'])
      expect(builtStack(stack, partition, 'r')).toEqual({ stackId: 'arn:s', outputs: {} });
  });
});
