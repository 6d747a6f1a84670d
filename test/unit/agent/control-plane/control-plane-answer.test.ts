import { describe, expect, it } from 'vitest';
import { graphqlData, secondsOf } from '#agent/control-plane/control-plane-answer.ts';

const where = 'https://compass.example/graphql';
const answer = (body: unknown, status = 200, headers = {}) => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const failure = (error_code?: number, message = 'no') => ({ errors: [{ message, extensions: { error_code } }], data: null });
const kindOf = (...args: Parameters<typeof answer>) => {
  try {
    graphqlData(answer(...args), where);
    return 'data';
  } catch (error) {
    return (error as { kind?: string }).kind;
  }
};

describe('an answer', () => {
  it('gives its data', () => {
    expect(graphqlData(answer({ data: { viewer: { id: '1' } } }), where)).toEqual({ viewer: { id: '1' } });
  });

  it('is an error as soon as it has errors, with the first message', () => {
    expect(() => graphqlData(answer({ data: { a: 1 }, errors: [{ message: 'first' }, { message: 'second' }] }), where)).toThrow(
      `${where} answered: first`,
    );
  });

  it.each([
    ['unauthenticated', failure(26), 200],
    ['unauthenticated', failure(undefined, 'Failed to authenticate request. Token authentication error'), 200],
    ['unauthenticated', { message: 'Forbidden' }, 403],
    ['unavailable', failure(10), 200],
    ['unavailable', failure(35), 200],
    ['unavailable', { message: 'Service Unavailable' }, 503],
    ['unavailable', { message: 'Too Many Requests' }, 429],
    ['refused', failure(20), 200],
    ['refused', failure(25), 400],
    ['invalid-answer', '<html>', 200],
    ['invalid-answer', { data: null }, 200],
  ])('is %s for %j with HTTP %i', (kind, body, status) => {
    expect(kindOf(body, status)).toBe(kind);
  });

  it('carries how long to stay away', () => {
    expect(() => graphqlData(answer({ message: 'Too Many Requests' }, 429, { 'retry-after': '30' }), where)).toThrow(
      expect.objectContaining({ retryAfterSeconds: 30 }),
    );
  });
});

describe('a number of seconds in a header', () => {
  it.each([
    ['180', 180],
    ['0.001', 1],
    ['1e12', 3600],
    ['-5', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s reads as %s', (header, seconds) => {
    expect(secondsOf(header)).toBe(seconds);
  });
});

describe('Retry-After', () => {
  const date = 'Sun, 06 Nov 1994 08:49:37 GMT';
  const told = (value: string, headers: object = { date }) => {
    try {
      graphqlData({ status: 503, headers: { ...headers, 'retry-after': value }, body: 'busy' }, 'there');
    } catch (error) {
      return (error as { retryAfterSeconds?: number }).retryAfterSeconds;
    }
  };

  it.each([
    ['8', 8],
    ['Sun, 06 Nov 1994 08:49:45 GMT', 8],
    ['Sunday, 06-Nov-94 08:49:45 GMT', 8],
    ['Sun Nov  6 08:49:45 1994', 8],
    ['999999999', 86_400],
    ['0', undefined],
    ['-1', undefined],
    ['Sun, 06 Nov 1994 08:49:30 GMT', undefined],
    ['soon', undefined],
    ['Sun, 06 Foo 1994 08:49:45 GMT', undefined],
  ])('%s is %s seconds after the Date of the answer', (value, seconds) => {
    expect(told(value)).toBe(seconds);
  });
});
