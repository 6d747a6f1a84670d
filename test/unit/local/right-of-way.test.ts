import { describe, expect, it } from 'vitest';
import { rightOfWay } from '#local/right-of-way.ts';

const long = 60_000;

describe('the right of way', () => {
  it('has others wait for the work that is under way, and for none afterwards', async () => {
    const relay = rightOfWay();
    const { promise, resolve } = Promise.withResolvers<string>();
    const seen: string[] = [];
    const work = relay.during(promise).then((result) => seen.push(result));
    const waiting = relay.clear(long).then(() => seen.push('received'));
    resolve('relayed');
    await Promise.all([work, waiting]);
    expect(seen).toEqual(['relayed', 'received']);
    await relay.clear(long);
  });

  it('ends with work that fails, whose error its caller gets', async () => {
    const relay = rightOfWay();
    const { promise, reject } = Promise.withResolvers<never>();
    const work = expect(relay.during(promise)).rejects.toThrow('refused');
    const waiting = relay.clear(long);
    reject(new Error('refused'));
    await Promise.all([work, waiting]);
    await relay.clear(long);
  });

  it('is waited for no longer than for a moment', async () => {
    const relay = rightOfWay();
    void relay.during(new Promise(() => undefined));
    await relay.clear(1);
  });
});
