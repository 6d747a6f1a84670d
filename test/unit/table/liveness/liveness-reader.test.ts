import { describe, expect, it } from 'vitest';
import { eventsOf } from '#shared/table/changes/events-of-change.ts';
import { aChange } from '#test/support/change-builders.ts';

const image = (state: string, rest: object = {}) => ({ type: 'RuntimeLiveness', runtimeId: 'runtime-1', state, ...rest });
const told = (change: Parameters<typeof aChange>[0]) =>
  eventsOf(aChange(change)).map(({ source, detailType, detail }) => [source, detailType, detail.data]);
const lastSeenAt = '2030-01-01T00:00:00.000Z';

describe('the liveness of a Runtime', () => {
  it('is an event when it falls silent, with the time of its last contact', () => {
    expect(told({ before: image('CONNECTED'), after: image('DISCONNECTED', { lastSeenAt }) })).toEqual([
      ['compass.director', 'RuntimeDisconnected', { runtimeId: 'runtime-1', lastSeenAt }],
    ]);
  });

  it('is an event when it is back, with the time of the contact before', () => {
    expect(told({ before: image('DISCONNECTED', { lastSeenAt }), after: image('CONNECTED') })).toEqual([
      ['compass.director', 'RuntimeReconnected', { runtimeId: 'runtime-1', lastSeenAt }],
    ]);
  });

  it.each([
    ['the watch begins', undefined, image('CONNECTED')],
    ['it is looked at', image('CONNECTED', { idSk: 'now' }), image('CONNECTED', { idSk: 'later' })],
    ['another of its credentials is used for the first time', image('CONNECTED'), image('CONNECTED', { version: 3 })],
    ['the Runtime goes', image('DISCONNECTED', { lastSeenAt }), undefined],
  ])('is not told when %s', (_, before, after) => {
    expect(told({ before, after })).toEqual([]);
  });
});
