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
  const labels = {
    a: 'x',
    list: ['x', 'y', 1],
    object: { a: 1, b: { c: [1, 2] } },
    lists: [['x'], { k: 'v', l: 1 }],
    scenarios: ['DEFAULT', 'other'],
  };

  it.each([
    ['the label is there', { key: 'a' }],
    ['its value is equal', { key: 'a', query: '"x"' }],
    ['its list is equal', { key: 'list', query: '["x","y",1]' }],
    ['its list contains the elements, in any order', { key: 'list', query: '["y","x","y"]' }],
    ['its list contains the text', { key: 'list', query: '"x"' }],
    ['its list contains the number', { key: 'list', query: '1' }],
    ['its object contains the field', { key: 'object', query: '{"a":1}' }],
    ['its object contains what is nested', { key: 'object', query: '{"b":{"c":[2]}}' }],
    ['its list contains a list and an object', { key: 'lists', query: '[{"k":"v"},["x"]]' }],
    ['nothing is asked of its list', { key: 'list', query: '[]' }],
    ['its list has a text of a path', { key: 'list', query: '$[*] ? (@ == "y")' }],
    ['a path is written with other blanks', { key: 'scenarios', query: '$[*]?(@=="DEFAULT" )' }],
    ['a scenario is one of two', { key: 'scenarios', query: '$[*] ? (@ == "NONE" || @ == "other")' }],
    ['a scenario is among several', { key: 'scenarios', query: '$[*] ? (@ == "DEFAULT")' }],
  ])('matches when %s', (_, filter) => {
    expect(labelMatcher([filter])(labels)).toBe(true);
  });

  it.each([
    ['is not there', { key: 'b' }],
    ['is inherited by every object', { key: 'constructor' }],
    ['has another value', { key: 'a', query: '"y"' }],
    ['is a text where a list is asked for', { key: 'a', query: '["x"]' }],
    ['lists some of the elements only', { key: 'list', query: '["x","z"]' }],
    ['has the text deeper in lists', { key: 'lists', query: '"x"' }],
    ['has another value in the field', { key: 'object', query: '{"a":2}' }],
    ['has a field of every object only', { key: 'object', query: '{"constructor":{}}' }],
    ['is a list where an object is asked for', { key: 'list', query: '{}' }],
    ['lists other scenarios', { key: 'scenarios', query: '$[*] ? (@ == "NONE")' }],
  ])('does not match a label that %s', (_, filter) => {
    expect(labelMatcher([filter])(labels)).toBe(false);
  });

  it('matches only together with all others', () => {
    expect(labelMatcher([{ key: 'a' }, { key: 'b' }])(labels)).toBe(false);
    expect(labelMatcher([])(labels)).toBe(true);
  });

  it.each(['$[*] ? (@ == "x"', '$[*] ? (@ == "x" && @ == "y")', '$[*] ? (@ == x)', '$.a', '$[*] ? (@ == "x") y'])(
    'refuses the path %s',
    (query) => {
      expect(() => labelMatcher([{ key: 'list', query }])).toThrow(invalid);
    },
  );

  it('refuses a query with more lists and objects than can be compared', () => {
    expect(() => labelMatcher([{ key: 'list', query: JSON.stringify(Array(100).fill({ a: 1 })) }])).toThrow(invalid);
    expect(labelMatcher([{ key: 'list', query: JSON.stringify(Array(99).fill({ a: 1 })) }])(labels)).toBe(false);
  });

  it('refuses a query that is neither JSON nor a path that is known, whether or not an object has the label', () => {
    expect(() => labelMatcher([{ key: 'b', query: 'x' }])).toThrow(invalid);
    expect(() => labelMatcher([{ key: 'b', query: `${'['.repeat(10_000)}${']'.repeat(10_000)}` }])).toThrow(invalid);
  });

  it('is one of fifty at most', () => {
    const filters = (count: number) => Array.from({ length: count }, () => ({ key: 'a', query: '"x"' }));
    expect(labelMatcher(filters(50))(labels)).toBe(true);
    expect(() => labelMatcher(filters(51))).toThrow(invalid);
  });
});
