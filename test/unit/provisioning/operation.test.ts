import { describe, expect, it } from 'vitest';
import { later, minutes } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { begin, fail, isActive, newOperation, operationSchema, succeed, withToken } from '#shared/provisioning/operation.ts';
import { stepsOf } from '#shared/provisioning/operation-history.ts';

const start = new Date('2030-01-01T00:00:00.000Z');
const next = later(start, minutes(1));
const pending = newOperation(
  {
    tenant: tenantId('t1'),
    id: 'o1',
    operation: 'Provision',
    runtimeId: 'r1',
    driver: 'fake',
    parameters: {},
    limits: { infrastructureSeconds: 1, agentSeconds: 2 },
    requestDigest: 'd',
    changedBy: 'user/u',
  },
  start,
);
const failure = { step: 'ObtainToken', code: 'InternalError', message: 'why' };
const states = {
  Pending: pending,
  InProgress: begin(pending, next),
  Succeeded: succeed(pending, next),
  Failed: fail(pending, failure, next),
};

describe('an operation', () => {
  it.each(Object.entries(states))('is valid as %s', (state, operation) => {
    expect(operation.state).toBe(state);
    expect(operationSchema.parse(operation)).toEqual(operation);
  });

  it('is active until it has ended', () => {
    expect(Object.values(states).filter(isActive)).toEqual([states.Pending, states.InProgress]);
  });

  it('grows its version and moves its time with every transition', () => {
    for (const operation of [states.InProgress, states.Succeeded, states.Failed]) {
      expect(operation).toMatchObject({ version: 2, updatedAt: next.toISOString(), createdAt: start.toISOString() });
    }
  });

  it('begins once', () => {
    expect(begin(states.InProgress, later(next, minutes(1)))).toBe(states.InProgress);
  });

  it('says which step failed', () => {
    expect(states.Failed).toMatchObject({ lastError: failure, message: 'Operation failed at ObtainToken' });
  });

  it.each([states.Succeeded, states.Failed])('does nothing more once it has $state', (ended) => {
    const token = { authId: 'a', expiresAt: next.toISOString(), delivered: false };
    for (const transition of [
      () => begin(ended, next),
      () => withToken(ended, token, next),
      () => succeed(ended, next),
      () => fail(ended, failure, next),
    ]) {
      expect(transition).toThrow('operation o1 has ended already');
    }
  });
});

describe('the steps of an operation', () => {
  const begun = (minute: number, cleansUp = false) => ({ startedAt: later(start, minutes(minute)).toISOString(), cleansUp });
  const at = (minute: number) => later(start, minutes(minute)).toISOString();
  const steps = { ObtainToken: begun(2), RegisterRuntime: begun(1) };

  it('are in the order in which they began, and the last one runs while the operation does', () => {
    expect(stepsOf({ ...states.InProgress, steps })).toEqual([
      { name: 'RegisterRuntime', state: 'Succeeded', startedAt: at(1), finishedAt: at(2) },
      { name: 'ObtainToken', state: 'InProgress', startedAt: at(2), finishedAt: undefined },
    ]);
  });

  it('end with the operation', () => {
    const ended = succeed({ ...pending, steps }, later(start, minutes(5)));
    expect(stepsOf(ended).map(({ state, finishedAt }) => [state, finishedAt])).toEqual([
      ['Succeeded', at(2)],
      ['Succeeded', at(5)],
    ]);
  });

  it('have the failure at the step that the error names, and steps of the clean-up after it', () => {
    const failed = fail({ ...pending, steps: { ...steps, SpendToken: begun(3, true) } }, failure, later(start, minutes(4)));
    expect(stepsOf(failed).map(({ name, state, error }) => [name, state, error])).toEqual([
      ['RegisterRuntime', 'Succeeded', undefined],
      ['ObtainToken', 'Failed', 'why'],
      ['SpendToken', 'Succeeded', undefined],
    ]);
  });

  it('are none of an operation that an earlier release began', () => {
    const { steps: _, ...earlier } = states.Failed;
    expect(stepsOf(earlier)).toEqual([]);
  });
});
