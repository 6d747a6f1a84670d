import { describe, expect, it, vi } from 'vitest';
import { rateInSeconds, runSchedule } from '#local/schedules/schedule-runner.ts';

describe('a rate', () => {
  it.each([
    ['rate(1 minute)', 60],
    ['rate(5 minutes)', 300],
    ['rate(2 hours)', 7200],
    ['rate(1 day)', 86_400],
  ])('%s is %i seconds', (expression, seconds) => {
    expect(rateInSeconds(expression)).toBe(seconds);
  });

  it.each(['cron(0 12 * * ? *)', 'rate(0 minutes)', 'rate(1 week)', ''])('"%s" is refused at the start', (expression) => {
    expect(() => rateInSeconds(expression)).toThrow('does not know');
  });
});

describe('a schedule', () => {
  it('calls its function again and again, one run after the other, with the event of EventBridge, until it is stopped', async () => {
    vi.useFakeTimers();
    const events: unknown[] = [];
    const functions = {
      invoke: async (name: string, event: unknown) => {
        events.push([name, event]);
        throw new Error('a run that fails ends nothing');
      },
      warmUp: async () => undefined,
      drained: async () => undefined,
    };
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const schedule = { ruleArn: 'arn:rule', expression: 'rate(1 minute)', functionArn: 'arn:function' };
    const { stop } = runSchedule({ schedule, functions, clock: () => new Date('2026-01-02T03:04:05.678Z') });
    await vi.advanceTimersByTimeAsync(0);
    expect(events).toEqual([
      [
        'arn:function',
        expect.objectContaining({
          source: 'aws.events',
          'detail-type': 'Scheduled Event',
          time: '2026-01-02T03:04:05Z',
          resources: ['arn:rule'],
        }),
      ],
    ]);
    await stop();
    expect(report).toHaveBeenCalledTimes(events.length);
    vi.useRealTimers();
  });

  it('begins at its rate, so that a run that takes long does not delay the next one', async () => {
    let [runs, now] = [0, 0];
    const functions = {
      invoke: async () => {
        runs += 1;
        now += 5000;
      },
      warmUp: async () => undefined,
      drained: async () => undefined,
    };
    const schedule = { ruleArn: 'arn:rule', expression: 'rate(1 minute)', functionArn: 'arn:function' };
    const { stop } = runSchedule({ schedule, functions: functions as never, clock: () => new Date(now) });
    await vi.waitFor(() => expect(runs).toBe(2), { timeout: 4000 });
    await stop();
  });
});
