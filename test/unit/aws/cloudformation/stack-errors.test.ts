import { CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { describe, expect, it } from 'vitest';
import { driverUnderTest, runtime, serviceError } from '#test/support/runtime-stacks.ts';

/** The error of a provisioning whose request fails. */
async function failureAfter(error: Error): Promise<unknown> {
  const { driver, stacks } = driverUnderTest();
  stacks.on(CreateStackCommand).rejects(error);
  return driver.provision(runtime).catch((reason) => reason);
}

const denial =
  'User: arn:aws:sts::1:assumed-role/task/x is not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/r because no';

describe('an error of CloudFormation', () => {
  it.each([
    ['throttling', serviceError('ThrottlingException')],
    ['throttling by its other name', serviceError('Throttling', 'Rate exceeded')],
    ['too many requests', serviceError('TooManyRequestsException')],
    ['a failure of the service', serviceError('InternalFailure', 'oops', 500)],
    ['an unavailable service', serviceError('ServiceUnavailable', 'later', 503)],
    ['a session that has ended', serviceError('ExpiredToken', 'The security token included in the request is expired')],
    ['an answer that does not come in time', Object.assign(new Error('timed out'), { name: 'TimeoutError' })],
    ['the end of the time of the step', Object.assign(new Error('aborted'), { name: 'AbortError' })],
    ['a lost connection', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
  ])('like %s is passing: the step is repeated', async (_, error) => {
    expect(await failureAfter(error)).toMatchObject({ code: 'DriverUnavailable' });
  });

  it.each([
    ['a missing right', serviceError('AccessDenied', denial), 'CloudFormation denies access to iam:PassRole on arn:aws:iam::1:role/r'],
    ['a missing right without details', serviceError('AccessDeniedException', 'no'), 'CloudFormation denies access'],
    [
      'a quota',
      serviceError('LimitExceededException', 'Limit for stack has been exceeded'),
      'a quota of the account is reached: CloudFormation says',
    ],
    [
      'a capability',
      serviceError('InsufficientCapabilitiesException', 'Requires capabilities : [CAPABILITY_AUTO_EXPAND]'),
      'needs a capability',
    ],
    ['a bad template', serviceError('ValidationError', 'Template error: x'), 'CloudFormation refuses: Template error: x (ValidationError)'],
  ])('like %s fails the step with the reason', async (_, error, message) => {
    const failure = await failureAfter(error);
    expect(failure).toMatchObject({ code: 'DriverFailed', message: expect.stringContaining(message), cause: error });
    expect(String(failure)).not.toContain('assumed-role');
  });

  it('keeps the state of an operation open while a check is throttled', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).rejects(serviceError('ThrottlingException'));
    for (const check of [driver.check, driver.checkRemoved])
      await expect(check(runtime)).rejects.toMatchObject({ code: 'DriverUnavailable' });
  });
});
