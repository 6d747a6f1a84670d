import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitsForOthers } from '#shared/table/webhooks/waits-for-others.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Deliveries that began, and the number of writes that were sent. */
function world(...ids: string[]) {
  const others = waitsForOthers();
  for (const id of ids) others.begin(id);
  let sent = 0;
  const write = () =>
    new Promise<void>((resolve) => {
      others.schedule(() => {
        sent += 1;
        resolve();
      });
    });
  return { others, write, sent: () => sent };
}

describe('the last write of a delivery', () => {
  it('is sent at once where no other delivery is under way', async () => {
    const { others, write, sent } = world('one');
    const last = others.last('one', write);
    vi.advanceTimersByTime(0);
    expect(sent()).toBe(1);
    await last;
    expect(others.isUnderWay('one')).toBe(false);
  });

  it('waits for the others, and is sent with the last of them', () => {
    const { others, write, sent } = world('one', 'two');
    void others.last('one', write);
    vi.advanceTimersByTime(10);
    expect(sent()).toBe(0);
    void others.last('two', write);
    vi.advanceTimersByTime(0);
    expect(sent()).toBe(2);
  });

  it('waits for none that ended in another way', () => {
    const { others, write, sent } = world('one', 'two');
    void others.last('one', write);
    others.leave('two');
    vi.advanceTimersByTime(0);
    expect(sent()).toBe(1);
  });

  it('waits for a moment only while an endpoint does not answer', () => {
    const { others, write, sent } = world('one', 'hanging');
    void others.last('one', write);
    vi.advanceTimersByTime(100);
    expect(sent()).toBe(1);
  });

  it('waits for none that was given up by a crash', () => {
    const { others, write, sent } = world('crashed');
    vi.advanceTimersByTime(61_000);
    others.begin('one');
    void others.last('one', write);
    vi.advanceTimersByTime(0);
    expect(sent()).toBe(1);
  });
});
