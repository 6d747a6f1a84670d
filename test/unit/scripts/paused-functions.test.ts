import {
  DeleteFunctionConcurrencyCommand,
  type FunctionConfiguration,
  GetFunctionConcurrencyCommand,
  LambdaClient,
  ListFunctionsCommand,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { pauseFunctions } from '../../../scripts/aws/restore/paused-functions.ts';

const lambda = mockClient(LambdaClient);
const aFunction = (FunctionName: string, TABLE_NAME = ''): FunctionConfiguration => ({
  FunctionName,
  Environment: { Variables: { TABLE_NAME } },
});

beforeEach(() => {
  lambda.reset();
  lambda.on(ListFunctionsCommand).resolves({
    Functions: [aFunction('director', 'dev'), aFunction('dispatcher', 'dev'), aFunction('other', 'dev-two'), aFunction('relay')],
  });
  lambda.on(GetFunctionConcurrencyCommand).resolves({});
  lambda.on(GetFunctionConcurrencyCommand, { FunctionName: 'dispatcher' }).resolves({ ReservedConcurrentExecutions: 20 });
  lambda.on(PutFunctionConcurrencyCommand).resolves({});
  lambda.on(DeleteFunctionConcurrencyCommand).resolves({});
});

const puts = () =>
  lambda
    .commandCalls(PutFunctionConcurrencyCommand)
    .map(({ args: [{ input }] }) => [input.FunctionName, input.ReservedConcurrentExecutions]);
const removals = () => lambda.commandCalls(DeleteFunctionConcurrencyCommand).map(({ args: [{ input }] }) => input.FunctionName);

it('the functions that use the table, and no others, stand still until they get back what they had', async () => {
  const { names, reserved, resume } = await pauseFunctions({}, 'dev');
  expect([names, reserved]).toEqual([['director', 'dispatcher'], { dispatcher: 20 }]);
  expect(puts()).toEqual([
    ['director', 0],
    ['dispatcher', 0],
  ]);
  await resume();
  expect(puts().at(-1)).toEqual(['dispatcher', 20]);
  expect(removals()).toEqual(['director']);
});

it('the functions run again when one of them cannot be stopped', async () => {
  lambda.on(PutFunctionConcurrencyCommand, { FunctionName: 'dispatcher', ReservedConcurrentExecutions: 0 }).rejects(new Error('denied'));
  await expect(pauseFunctions({}, 'dev')).rejects.toThrow('denied');
  expect(removals()).toEqual(['director']);
  expect(puts().at(-1)).toEqual(['dispatcher', 20]);
});
