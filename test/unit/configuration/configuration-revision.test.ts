import { describe, expect, it } from 'vitest';
import { entityTagOf, isSameRevision, knownState, partOf, shownUnder } from '#shared/configuration/configuration-revision.ts';

const born = Date.parse('2026-01-01T00:00:00.000Z');
const at = (milliseconds: number) => new Date(born + milliseconds);

/** A UUID v7 of this time. */
function uuidAt(time: number, rest = '7000-8000-000000000001'): string {
  const digits = time.toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-${rest}`;
}

const revision = new Map([
  ['1', uuidAt(born - 60_000)],
  ['10', uuidAt(born)],
]);

const generations = new Map([
  ['1', 'g1'],
  ['10', 'g2'],
]);
const tagOf = (of: ReadonlyMap<string, string>, representation: string, now: Date) =>
  entityTagOf({ revision: of, generations }, representation, now);

describe('the part of a revision', () => {
  it('is one of 16, by the last digit of the id that a change is around', () => {
    const ids = [...'0123456789abcdef'].map((digit) => `019be3a5-0000-7000-8000-00000000000${digit}`);
    expect(ids.map(partOf)).toEqual(Array.from({ length: 16 }, (_, part) => String(part)));
    expect(partOf('019BE3A5-0000-7000-8000-00000000000F')).toBe('15');
  });
});

describe('the tag of a revision', () => {
  const tag = tagOf(revision, 'query', at(10_000));

  it('is a strong one', () => {
    expect(tag).toMatch(/^"[\w-]{86}[0-9a-z]+"$/);
  });

  it('does not depend on the order in which the parts were read, nor on the time', () => {
    expect(tagOf(new Map([...revision].reverse()), 'query', at(999_999))).toBe(tag);
  });

  it.each([
    ['a part is replaced', new Map([...revision, ['10', uuidAt(born, '7000-8000-000000000002')]]), 'query'],
    ['a part appears', new Map([...revision, ['2', uuidAt(born)]]), 'query'],
    [
      'two parts change places',
      new Map([...revision.keys()].map((name, index) => [name, [...revision.values()].at(-1 - index) ?? ''])),
      'query',
    ],
    ['the representation is another', revision, 'another query'],
    ['there is no part yet', new Map(), 'query'],
  ])('is another when %s', (_, other, representation) => {
    expect(tagOf(other, representation, at(10_000))).not.toBe(tag);
  });

  it('is another for the first 5 seconds after the latest change', () => {
    const young = tagOf(revision, 'query', at(0));
    expect(young).not.toBe(tag);
    expect(tagOf(revision, 'query', at(4999))).toBe(young);
    expect(tagOf(revision, 'query', at(5000))).toBe(tag);
  });
});

describe('a tag that a client names', () => {
  const tag = tagOf(revision, 'query', at(10_000));

  it.each([tag, ` W/${tag}`])('tells the time of the last change, and what it was shown under: %s', (named) => {
    expect(knownState(named)).toEqual({ latest: born, shown: shownUnder(generations, 'query') });
  });

  it.each([
    ['too soon after a change', tagOf(revision, 'query', at(0))],
    ['before any change', tagOf(new Map(), 'query', at(0))],
    ['by another release', `"${'a'.repeat(43)}"`],
    ['beside another one', `${tag}, ${tag}`],
    ['as any', '*'],
    ['not at all', undefined],
  ])('tells nothing where it was given %s', (_, named) => {
    expect(knownState(named)).toBeUndefined();
  });

  it('is shown under something else when a generation or the representation is another', () => {
    expect(shownUnder(new Map([...generations, ['1', 'g3']]), 'query')).not.toBe(shownUnder(generations, 'query'));
    expect(shownUnder(generations, 'another query')).not.toBe(shownUnder(generations, 'query'));
    expect(shownUnder(new Map([...generations].reverse()), 'query')).toBe(shownUnder(generations, 'query'));
  });
});

describe('two readings of a revision', () => {
  it('are the same when each part is', () => {
    expect(isSameRevision(revision, new Map([...revision].reverse()))).toBe(true);
    expect(isSameRevision(new Map(), new Map())).toBe(true);
  });

  it.each([
    ['a part was replaced', new Map([...revision, ['10', uuidAt(born + 1)]])],
    ['a part appeared', new Map([...revision, ['2', uuidAt(born)]])],
    ['a part is missing', new Map([...revision].slice(1))],
    ['a part has another name', new Map([...revision].map(([name, part]) => [`${name}0`, part]))],
  ])('are different when %s', (_, other) => {
    expect(isSameRevision(revision, other)).toBe(false);
  });
});
