import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';

const conflict = new AppError('ConcurrentUpdate', 'changed');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

async function outcomeOf(run: () => Promise<unknown>): Promise<unknown> {
  const outcome = retryOnConflict(run).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

describe('read, decide and write', () => {
  it('starts over when another writer was faster', async () => {
    const run = vi.fn().mockRejectedValueOnce(conflict).mockRejectedValueOnce(conflict).mockResolvedValue('done');
    expect(await outcomeOf(run)).toBe('done');
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('ends with ConcurrentUpdate when that happens 5 times', async () => {
    const run = vi.fn().mockRejectedValue(conflict);
    expect(await outcomeOf(run)).toBe(conflict);
    expect(run).toHaveBeenCalledTimes(5);
  });

  it('does not repeat any other failure', async () => {
    const failure = new AppError('NotFound', 'Object not found');
    const run = vi.fn().mockRejectedValue(failure);
    expect(await outcomeOf(run)).toBe(failure);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
