import { describe, expect, it } from 'vitest';
import { later, minutes } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { begin, fail, isActive, newOperation, operationSchema, succeed, withToken } from '#shared/provisioning/operation.ts';

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
