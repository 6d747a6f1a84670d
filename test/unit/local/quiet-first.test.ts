import { describe, expect, it } from 'vitest';
import { quietFirst } from '#local/engines/quiet-first.ts';

const of = (messageGroupId: string | undefined, ...names: string[]) => names.map((name) => ({ name, messageGroupId }));
const named = (messages: readonly { readonly name: string }[]) => messages.map(({ name }) => name).join(' ');

describe('a fair queue on one machine', () => {
  it('hands out the message of a quiet group before a backlog that came earlier', () => {
    const waiting = [...of('noisy', 'n1', 'n2', 'n3'), ...of('quiet', 'q1')];
    expect(named(quietFirst(waiting, of('noisy', 'n0'), 2))).toBe('q1 n1 n2 n3');
  });

  it('takes turns between groups of which none has more under way, the oldest message first', () => {
    const waiting = [...of('one', 'a1', 'a2', 'a3'), ...of('two', 'b1', 'b2')];
    expect(named(quietFirst(waiting, [], 4))).toBe('a1 b1 a2 b2 a3');
  });

  it('keeps the order of arrival for messages of one group, and for those without any', () => {
    expect(named(quietFirst(of('one', 'a1', 'a2'), of('one', 'a0'), 10))).toBe('a1 a2');
    expect(named(quietFirst(of(undefined, 'x1', 'x2'), [], 1))).toBe('x1 x2');
  });

  it('keeps every message when more are asked for than wait', () => {
    expect(named(quietFirst([...of('one', 'a1'), ...of(undefined, 'x1')], [], 10))).toBe('a1 x1');
  });
});
