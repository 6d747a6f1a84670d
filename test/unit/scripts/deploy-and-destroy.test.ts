import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  type StackStatus,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { deployAll } from '../../../scripts/aws/deploy.ts';
import { destroyAll } from '../../../scripts/aws/destroy.ts';

const cloudFormation = mockClient(CloudFormationClient);
const stack = { StackName: 'compass-dev-stateful' };
const does = (state: 'on' | 'off') => `--parameters=compass-dev-stateful:DeletionProtection=${state}`;
let ran: string[][];

const tools = () => ({
  prefix: 'compass-dev',
  cloudFormation: new CloudFormationClient(),
  cdk: async (...args: string[]) => void ran.push(args),
});

function theStackIs(...states: (StackStatus | undefined)[]): void {
  const described = cloudFormation.on(DescribeStacksCommand);
  const missing = new Error('Stack with id compass-dev-stateful does not exist');
  for (const StackStatus of states) {
    if (StackStatus) described.resolvesOnce({ Stacks: [{ ...stack, CreationTime: new Date(), StackStatus }] });
    else described.rejectsOnce(missing);
  }
}

beforeEach(() => {
  cloudFormation.reset();
  ran = [];
});

describe('deploying', () => {
  it('protects the data only once its stack was completed, and leaves the outputs of all stacks in their file', async () => {
    theStackIs(undefined);
    await deployAll(tools(), '--outputs-file=outputs.json', '-c', 'stage=dev');
    expect(ran).toEqual([
      ['deploy', '--all', does('off'), '--outputs-file=outputs.json', '-c', 'stage=dev'],
      ['deploy', '--exclusively', 'compass-dev-stateful', does('on'), '-c', 'stage=dev'],
    ]);
  });

  it('protects the data all the time from then on', async () => {
    theStackIs('UPDATE_COMPLETE');
    await deployAll(tools());
    expect(ran).toEqual([['deploy', '--all', does('on')]]);
  });

  it.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'] as const)('removes a stack first that was never completed: %s', async (state) => {
    theStackIs(state, 'DELETE_COMPLETE');
    await deployAll(tools());
    expect(cloudFormation.commandCalls(UpdateTerminationProtectionCommand, { ...stack, EnableTerminationProtection: false })).toHaveLength(
      1,
    );
    expect(cloudFormation.commandCalls(DeleteStackCommand, stack)).toHaveLength(1);
    expect(ran[0]).toEqual(['deploy', '--all', does('off')]);
  });

  it.each(['UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED', 'DELETE_FAILED'] as const)(
    'removes no stack that was completed once: %s',
    async (state) => {
      theStackIs(state);
      await deployAll(tools());
      expect(cloudFormation.commandCalls(DeleteStackCommand)).toEqual([]);
      expect(ran).toEqual([['deploy', '--all', does('on')]]);
    },
  );
});

describe('destroying', () => {
  it('lifts both protections of the data before', async () => {
    theStackIs('CREATE_COMPLETE');
    await destroyAll(tools());
    expect(ran).toEqual([
      ['deploy', '--exclusively', 'compass-dev-stateful', does('off'), '--require-approval=never'],
      ['destroy', '--all', '--force'],
    ]);
    expect(cloudFormation.commandCalls(UpdateTerminationProtectionCommand, { ...stack, EnableTerminationProtection: false })).toHaveLength(
      1,
    );
  });

  it('makes no stack that is gone already', async () => {
    theStackIs(undefined);
    await destroyAll(tools());
    expect(ran).toEqual([['destroy', '--all', '--force']]);
  });
});
