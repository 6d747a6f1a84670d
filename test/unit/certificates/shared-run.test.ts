import { describe, expect, it } from 'vitest';
import { shared } from '#shared/certificates/revocation/shared-run.ts';

describe('a shared run', () => {
  it('is one for all who ask before it begins', async () => {
    let runs = 0;
    const run = shared(async () => ++runs);
    expect(await Promise.all([run(), run(), run()])).toEqual([1, 1, 1]);
    expect(await run()).toBe(2);
  });

  it('has seen what was done before it was asked for, also while another is at work', async () => {
    const [done, atWork]: [string[], PromiseWithResolvers<void>[]] = [[], []];
    const run = shared(async () => {
      const seen = [...done];
      const work = Promise.withResolvers<void>();
      atWork.push(work);
      await work.promise;
      return seen;
    });
    done.push('first');
    const first = run();
    await Promise.resolve();
    await Promise.resolve();
    done.push('second');
    const [second, third] = [run(), run()];
    atWork[0]?.resolve();
    expect(await first).toEqual(['first']);
    for (let turn = 0; atWork.length < 2 && turn < 10; turn++) await Promise.resolve();
    atWork[1]?.resolve();
    expect([await second, await third]).toEqual([
      ['first', 'second'],
      ['first', 'second'],
    ]);
    expect(atWork).toHaveLength(2);
  });

  it('that fails leaves the next one to be tried', async () => {
    let runs = 0;
    const run = shared(async () => {
      if (++runs === 1) throw new Error('unavailable');
      return runs;
    });
    await expect(run()).rejects.toThrow('unavailable');
    expect(await run()).toBe(2);
  });
});
