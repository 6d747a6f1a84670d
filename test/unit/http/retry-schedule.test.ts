import { describe, expect, it } from 'vitest';
import { webhookDispatcherEnvironment } from '#functions/webhook-dispatcher/env.ts';
import { hours, seconds } from '#shared/core/clock.ts';
import { retryAfterSeconds, retryDelay, wholeSchedule } from '#shared/http/retry-schedule.ts';

const environment = { TABLE_NAME: 'table', SEALING_KEY_SECRET: 'secret', DELIVERY_QUEUE_URL: 'https://sqs.example/queue' };
const schedule = webhookDispatcherEnvironment.parse(environment).RETRY_SCHEDULE_SECONDS;
const timing = (random: number) => ({ schedule, random: () => random });

describe('the retry schedule', () => {
  it('is that of Standard Webhooks, ten attempts in three days and three and a half hours, unless it is set otherwise', () => {
    expect(schedule).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(wholeSchedule(schedule)).toBe(1.2 * hours(75.5) + 1.2 * seconds(305));
    expect(webhookDispatcherEnvironment.parse({ ...environment, RETRY_SCHEDULE_SECONDS: '1,2' }).RETRY_SCHEDULE_SECONDS).toEqual([1, 2]);
  });

  it('spreads each delay by a fifth to both sides', () => {
    expect(retryDelay(3, undefined, timing(0))).toBe(1440);
    expect(retryDelay(3, undefined, timing(0.5))).toBe(1800);
    expect(retryDelay(3, undefined, timing(0.999))).toBe(2159);
  });

  it('ends after the last', () => {
    expect(retryDelay(9, undefined, timing(0.5))).toBe(86_400);
    expect(retryDelay(10, undefined, timing(0.5))).toBeUndefined();
  });

  it('never asks for less than a second', () => {
    expect(retryDelay(1, undefined, { schedule: [0], random: () => 0.5 })).toBe(1);
  });

  it('waits longer where the endpoint asks for it, a day at most, and never shorter', () => {
    expect(retryDelay(1, 60, timing(0.5))).toBe(60);
    expect(retryDelay(1, 864_000, timing(0.5))).toBe(86_400);
    expect(retryDelay(2, 1, timing(0.5))).toBe(300);
  });
});

describe('retryAfterSeconds', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  it.each([
    ['120', 120],
    ['0', 0],
    ['100000000000000000000', 1e20],
    ['Thu, 01 Jan 2026 00:01:30 GMT', 90],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['Thursday, 01-Jan-26 00:01:30 GMT', 90],
    ['Thu Jan  1 00:01:30 2026', 90],
    ['Thu Jan 32 2026', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['', undefined],
    ['Thu, 31 Dec 9999 23:59:59 GMT', (Date.parse('9999-12-31T23:59:59Z') - now.getTime()) / 1000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    [undefined, undefined],
  ])('reads %s as %s', (header, expected) => expect(retryAfterSeconds(header, now)).toBe(expected));
});
