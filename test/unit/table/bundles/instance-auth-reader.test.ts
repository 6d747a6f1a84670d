import { describe, expect, it } from 'vitest';
import { eventsOf } from '#shared/table/changes/events-of-change.ts';
import { aChange } from '#test/support/change-builders.ts';

const image = (condition: string, rest: object = {}) => ({
  type: 'BundleInstanceAuth',
  id: 'auth-1',
  applicationId: 'app-1',
  bundleId: 'bundle-1',
  runtimeId: 'rt-1',
  auth: 'sealed',
  inputParams: '{"plan":"small"}',
  status: { condition, timestamp: '2026-01-01T00:00:00.000Z', message: 'm', reason: 'r' },
  ...rest,
});
const data = { applicationId: 'app-1', bundleId: 'bundle-1', bundleInstanceAuthId: 'auth-1', runtimeId: 'rt-1' };
const told = (change: Parameters<typeof aChange>[0]) =>
  eventsOf(aChange(change)).map(({ detailType, detail }) => ({ detailType, data: detail.data }));

describe('a request for credentials', () => {
  it('is an event when the Application has to answer it, without what was sent', () => {
    expect(told({ after: image('PENDING') })).toEqual([{ detailType: 'BundleInstanceAuthRequested', data }]);
  });

  it('is no event when it was answered at once', () => {
    expect(told({ after: image('SUCCEEDED') })).toEqual([]);
  });

  it('names no Runtime when a user asked', () => {
    const [event] = told({ after: image('PENDING', { runtimeId: undefined }) });
    expect(event?.data).not.toHaveProperty('runtimeId');
  });
});

describe('credentials', () => {
  it('that are unused are an event, once', () => {
    expect(told({ before: image('SUCCEEDED'), after: image('UNUSED') })).toEqual([
      { detailType: 'BundleInstanceAuthDeletionRequested', data },
    ]);
    expect(told({ before: image('UNUSED'), after: image('UNUSED') })).toEqual([]);
  });

  it('name the Runtime that was unregistered', () => {
    expect(told({ before: image('PENDING'), after: image('UNUSED', { runtimeId: undefined }) })).toEqual([
      { detailType: 'BundleInstanceAuthDeletionRequested', data },
    ]);
  });

  it('that are set or deleted are no event', () => {
    expect(told({ before: image('PENDING'), after: image('SUCCEEDED') })).toEqual([]);
    expect(told({ before: image('UNUSED') })).toEqual([]);
  });
});
