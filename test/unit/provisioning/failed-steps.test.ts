import { describe, expect, it } from 'vitest';
import { lastErrorOf } from '#shared/provisioning/tasks/failed-steps.ts';

const report = (errorType: string, errorMessage: string) => JSON.stringify({ errorType, errorMessage, trace: ['at secret.ts:1'] });

describe('the message of a failed step', () => {
  it('is its message without the stack', () => {
    const failure = { CheckAgent: { Error: 'AgentNotConnected', Cause: report('AgentNotConnected', 'not within 5 s') } };
    expect(lastErrorOf({ failure })).toEqual({ step: 'CheckAgent', code: 'AgentNotConnected', message: 'not within 5 s' });
  });

  it('is the same for a plain cause', () => {
    expect(lastErrorOf({ failure: { CheckAgent: { Error: 'DriverFailed', Cause: 'no quota' } } }).message).toBe('no quota');
  });

  it.each(['States.Timeout', 'Sandbox.Timedout'])('is that it took too long after %s', (name) => {
    expect(lastErrorOf({ failure: { ObtainToken: { Error: name, Cause: '' } } }).message).toBe('the step did not end in time');
  });

  it('is nothing of an error that is not ours', () => {
    const { message } = lastErrorOf({ failure: { ObtainToken: { Error: 'Runtime.ExitError', Cause: 'RequestId: 1 arn:aws:secret' } } });
    expect(message).toBe('the step ended unexpectedly (Runtime.ExitError)');
  });

  it('names the clean-up that failed too', () => {
    const failure = { CheckAgent: { Error: 'AgentNotConnected', Cause: 'late' } };
    const cleanup = { SpendToken: { Error: 'States.Timeout', Cause: '' } };
    expect(lastErrorOf({ failure, cleanup }).message).toBe('late; SpendToken failed too: the step did not end in time');
  });
});
