import { afterEach, describe, expect, it, vi } from 'vitest';
import { logger } from '#shared/observability/logger.ts';

/** The line that the logger writes for `error`. Powertools writes to the global console only where POWERTOOLS_DEV is set. */
function lineOf(error: Error): { error: Record<string, unknown> } {
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  const write = vi.spyOn(console, 'error').mockReturnValue();
  logger('test').error('failed', { error });
  return JSON.parse(write.mock.calls[0]?.[0]);
}

describe('a log line of an error', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('names every error that an AggregateError holds, with its cause', () => {
    const inner = new TypeError('second', { cause: new Error('below it') });
    const { error } = lineOf(new AggregateError([new Error('first'), inner], '2 of 3 failed'));
    expect(error).toMatchObject({
      name: 'AggregateError',
      message: '2 of 3 failed',
      errors: [{ message: 'first' }, { name: 'TypeError', message: 'second', cause: { message: 'below it' } }],
    });
  });

  it('keeps the code of an error', () => {
    expect(lineOf(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })).error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
