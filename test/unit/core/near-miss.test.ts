import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { didYouMean, knownNamesOnly, nearMiss } from '#shared/core/near-miss.ts';

const known = ['account', 'region', 'pollSeconds', 'eventsDomainName'];

describe('a near miss', () => {
  it.each([
    ['acount', 'account'],
    ['pollSecond', 'pollSeconds'],
    ['pollseconds', 'pollSeconds'],
    ['eventDomain', undefined],
    ['eventsDomainname', 'eventsDomainName'],
    ['role', undefined],
    ['x'.repeat(100_000), undefined],
  ])('of %s is %s', (name, meant) => {
    expect(nearMiss(name, known)).toBe(meant);
  });

  it('is asked for at the end of an error, and only if there is one', () => {
    expect(didYouMean('regoin', known)).toBe('; did you mean region?');
    expect(didYouMean('size', known)).toBe('');
  });
});

describe('an object of known names only', () => {
  const schema = knownNamesOnly({ region: z.string(), account: z.string().optional() });
  const messages = (given: unknown) => schema.safeParse(given).error?.issues.map(({ message }) => message);

  it('asks for each unknown name whether a known one was meant', () => {
    expect(messages({ region: 'r', regions: [], acount: '1' })).toEqual([
      'regions is not known; did you mean region?, acount is not known; did you mean account?',
    ]);
  });

  it('keeps the messages of all other errors', () => {
    expect(messages({ region: 1 })).toEqual(['Invalid input: expected string, received number']);
    expect(messages(7)).toEqual(['Invalid input: expected object, received number']);
    expect(schema.parse({ region: 'r' })).toEqual({ region: 'r' });
  });
});
