import { DescribeStackEventsCommand, DescribeStacksCommand, type Stack, StackStatus } from '@aws-sdk/client-cloudformation';
import { describe, expect, it } from 'vitest';
import { stackStatuses } from '#shared/aws/cloudformation/stack-statuses.ts';
import type { RuntimeDriver } from '#shared/provisioning/runtime-driver.ts';
import { aStack, driverUnderTest, eventsOf, removal, runtime } from '#test/support/runtime-stacks.ts';

const rows = Object.entries(stackStatuses);

/** The result of a check of a stack with a status: its answer, or the code of its error. */
async function outcomeOf(status: string, check: (driver: RuntimeDriver) => Promise<unknown>, more: Partial<Stack> = {}): Promise<unknown> {
  const { driver, stacks } = driverUnderTest();
  stacks.on(DescribeStacksCommand).resolves(aStack(status, more));
  const happened = [runtime.operationId, removal].flatMap((operation) => [
    { resource: 'Agent', status: 'CREATE_FAILED', operation },
    { resource: 'stack', status, operation },
  ]);
  stacks.on(DescribeStackEventsCommand).resolves(eventsOf(...happened));
  const isStack = (answer: unknown) => typeof answer === 'object';
  return check(driver).then(
    (answer) => (isStack(answer) ? 'ready' : answer),
    ({ code }) => code,
  );
}

const expected = { ready: 'ready', pending: 'pending', failed: 'DriverFailed' } as const;

describe('the status of a stack', () => {
  it('is one that the SDK knows', () => {
    expect(rows.map(([status]) => status).sort()).toEqual(Object.values(StackStatus).sort());
  });

  it.each(rows)('%s has the outcome of the table while the Runtime is provisioned', async (status, { built }) => {
    expect(await outcomeOf(status, ({ check }) => check(runtime))).toBe(expected[built]);
  });

  it.each(rows)('%s has the outcome of the table while the Runtime is removed', async (status, { removed }) => {
    expect(await outcomeOf(status, ({ checkRemoved }) => checkRemoved(runtime))).toBe(expected[removed]);
  });

  it.each(rows)('%s has the outcome of the table while the Runtime is upgraded', async (status, { upgraded }) => {
    const failedOr = upgraded === 'ready' ? { Outputs: [{ OutputKey: 'TemplateVersion', OutputValue: 'v2' }] } : {};
    expect(await outcomeOf(status, ({ checkUpgraded }) => checkUpgraded(runtime), failedOr)).toBe(expected[upgraded]);
  });

  it('fails the check if it is unknown', async () => {
    expect(await outcomeOf('NEW_STATUS', ({ check }) => check(runtime))).toBe('DriverFailed');
    expect(await outcomeOf('constructor', ({ check }) => check(runtime))).toBe('DriverFailed');
  });
});
