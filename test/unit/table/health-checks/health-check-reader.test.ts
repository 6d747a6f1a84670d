import { describe, expect, it } from 'vitest';
import { eventsOf } from '#shared/table/changes/events-of-change.ts';
import { aChange } from '#test/support/change-builders.ts';

const image = (rest: object = {}) => ({ type: 'HealthCheck', applicationId: 'app-1', url: 'https://example.com', ...rest });
const failed = { condition: 'FAILED', message: 'the endpoint answered 503' };
const told = (change: Parameters<typeof aChange>[0]) =>
  eventsOf(aChange(change)).map(({ detailType, detail }) => [detailType, detail.data]);

describe('the health of an Application', () => {
  it('is an event with the first probe', () => {
    expect(told({ before: image(), after: image({ condition: 'SUCCEEDED' }) })).toEqual([
      ['ApplicationHealthChanged', { applicationId: 'app-1', condition: 'SUCCEEDED' }],
    ]);
  });

  it('is an event when it changes, with the reason', () => {
    expect(told({ before: image({ condition: 'SUCCEEDED' }), after: image(failed) })).toEqual([
      ['ApplicationHealthChanged', { applicationId: 'app-1', previousCondition: 'SUCCEEDED', ...failed }],
    ]);
  });

  it.each([
    ['it stays as it is', image(failed), image({ ...failed, message: 'the endpoint answered 500' })],
    ['a turn is claimed', image(failed), image({ ...failed, idSk: 'later' })],
    ['another URL is to be probed', image(failed), image()],
    ['the watch begins', undefined, image()],
    ['the Application goes', image(failed), undefined],
  ])('is not told when %s', (_, before, after) => {
    expect(told({ before, after })).toEqual([]);
  });
});
