import { describe, expect, it } from 'vitest';
import { environmentUnion } from '#local/template/environment-union.ts';

const aFunction = (name: string, environment: Record<string, string>) => ({
  name,
  arn: name,
  entry: '',
  handler: 'handler',
  timeoutSeconds: 3,
  environment,
});

describe('the environment of all functions at once', () => {
  it('holds the variables of each', () => {
    expect(environmentUnion([aFunction('a', { X: '1' }), aFunction('b', { X: '1', Y: '2' })], {})).toEqual({ X: '1', Y: '2' });
  });

  it('refuses two values of one variable', () => {
    expect(() => environmentUnion([aFunction('a', { X: '1' }), aFunction('b', { X: '2' })], {})).toThrow(
      'The functions a and b want different values of X',
    );
  });

  it('lets this machine decide', () => {
    expect(environmentUnion([aFunction('a', { URL: 'x' }), aFunction('b', { URL: 'y' })], { URL: 'here' })).toEqual({ URL: 'here' });
  });
});
