import { describe, expect, it } from 'vitest';
import { keepFixedLabels, requireChangeable } from '#shared/labels/fixed-labels.ts';
import { checkLabel, labelOf, scenarioNames, splitScenarios, withScenarios } from '#shared/labels/label.ts';
import { labelMatcher } from '#shared/labels/label-filter.ts';

const invalid = expect.objectContaining({ code: 'InvalidData' });

describe('a label', () => {
  it.each(['a', 'A_b_9', 'x'.repeat(256)])('may be called %j', (key) => {
    expect(() => checkLabel(key, 'v')).not.toThrow();
  });

  it.each(['', '__proto__', 'a-b', 'ä', 'a b', 'x'.repeat(257)])('may not be called %j', (key) => {
    expect(() => checkLabel(key, 'v')).toThrow(invalid);
  });

  it('has a value, be it false, 0 or empty', () => {
    for (const value of [false, 0, '', [], {}]) expect(() => checkLabel('k', value)).not.toThrow();
    expect(() => checkLabel('k', null)).toThrow(invalid);
  });

  it.each([
    ['an object that looks like a class', { constructor: { name: 'Set' } }],
    ['a number that would lose digits', { deep: [2 ** 64] }],
    ['a number that is too small', 1e-200],
    ['half a character', '\ud800'],
    ['more levels than an item has', JSON.parse('['.repeat(40) + ']'.repeat(40))],
  ])('may not have %s as value', (_, value) => {
    expect(() => checkLabel('k', value)).toThrow(invalid);
  });

  it('may have whatever else JSON has as value', () => {
    const value = { a: [1.5, -0, 1e-30, true, null, 'ä\u{1f600}'], '': {}, name: { length: 3 } };
    expect(() => checkLabel('k', value)).not.toThrow();
  });

  it('may not be called constructor', () => {
    expect(() => checkLabel('constructor', 'v')).toThrow(invalid);
  });

  it('is not there only because every object inherits its name', () => {
    expect(labelOf({}, 'toString')).toBeUndefined();
    expect(labelOf({ toString: 'x' }, 'toString')).toBe('x');
  });
});

describe('the scenarios label', () => {
  it('is taken out of what is stored', () => {
    expect(splitScenarios({ a: 1, scenarios: ['x', 'y'] })).toEqual({ stored: { a: 1 }, scenarios: ['x', 'y'] });
    expect(splitScenarios({ a: 1 })).toEqual({ stored: { a: 1 }, scenarios: undefined });
  });

  it.each([['x'], [{ a: 1 }], [['x', 1]], [['x', 'x']]])('must list distinct names: %j', (value) => {
    expect(() => scenarioNames(value)).toThrow(invalid);
  });

  it('lists the names of the formations in order, and is absent without one', () => {
    expect(withScenarios({ a: 1 }, { f2: 'zoo', f1: 'ant' })).toEqual({ a: 1, scenarios: ['ant', 'zoo'] });
    expect(withScenarios({ a: 1 }, {})).toEqual({ a: 1 });
  });
});

describe('labels that are fixed', () => {
  it('survive the replacement of all labels', () => {
    expect(keepFixedLabels({ runtimeType: 'kyma', x_defaultEventing: 'true', a: 1 }, { runtimeType: 'other', b: 2 })).toEqual({
      runtimeType: 'kyma',
      x_defaultEventing: 'true',
      b: 2,
    });
  });

  it.each(['runtimeType', 'xsappnameCMPClone', 'CMPSaaSAppName', 'some_defaultEventing'])('can be set once: %s', (key) => {
    expect(() => requireChangeable({}, key)).not.toThrow();
    const message = `label ${key} cannot be changed`;
    expect(() => requireChangeable({ [key]: 'x' }, key)).toThrow(
      expect.objectContaining({ code: 'InvalidOperation', message: expect.stringContaining(message) }),
    );
  });
});

describe('a label filter', () => {
  const labels = { a: 'x', list: ['x'], scenarios: ['DEFAULT', 'other'] };

  it.each([
    ['the label is there', { key: 'a' }],
    ['its value is equal', { key: 'a', query: '"x"' }],
    ['its list is equal', { key: 'list', query: '["x"]' }],
    ['a scenario is among several', { key: 'scenarios', query: '$[*] ? (@ == "DEFAULT")' }],
  ])('matches when %s', (_, filter) => {
    expect(labelMatcher([filter])(labels)).toBe(true);
  });

  it.each([
    ['is not there', { key: 'b' }],
    ['is inherited by every object', { key: 'constructor' }],
    ['has another value', { key: 'a', query: '"y"' }],
    ['lists other scenarios', { key: 'scenarios', query: '$[*] ? (@ == "NONE")' }],
  ])('does not match a label that %s', (_, filter) => {
    expect(labelMatcher([filter])(labels)).toBe(false);
  });

  it('matches only together with all others', () => {
    expect(labelMatcher([{ key: 'a' }, { key: 'b' }])(labels)).toBe(false);
    expect(labelMatcher([])(labels)).toBe(true);
  });

  it('refuses a query that is neither JSON nor the one path that is known, whether or not an object has the label', () => {
    expect(() => labelMatcher([{ key: 'b', query: 'x' }])).toThrow(invalid);
    expect(() => labelMatcher([{ key: 'b', query: `${'['.repeat(10_000)}${']'.repeat(10_000)}` }])).toThrow(invalid);
  });

  it('is one of fifty at most', () => {
    const filters = (count: number) => Array.from({ length: count }, () => ({ key: 'a', query: '"x"' }));
    expect(labelMatcher(filters(50))(labels)).toBe(true);
    expect(() => labelMatcher(filters(51))).toThrow(invalid);
  });
});
