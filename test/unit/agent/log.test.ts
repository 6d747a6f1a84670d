import { describe, expect, it } from 'vitest';
import { formatLine } from '#agent/log.ts';

const time = new Date('2026-11-24T01:02:03.004Z');

describe('a line', () => {
  it('has time, level, message and fields', () => {
    expect(formatLine(time, 'info', 'polled', { applications: 2, none: undefined })).toBe(
      '2026-11-24T01:02:03.004Z info polled applications=2',
    );
  });

  it.each([
    ['two words', '"two words"'],
    ['a\nforged line', String.raw`"a\nforged line"`],
    ['a=b', '"a=b"'],
    ['', '""'],
  ])('stays one line with the value %j', (value, shown) => {
    expect(formatLine(time, 'info', 'm', { value })).toBe(`2026-11-24T01:02:03.004Z info m value=${shown}`);
  });
});
