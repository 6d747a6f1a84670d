import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeOf, valueIn, valuesIn } from '#shared/table/attribute-values.ts';

/** Values of JSON whose numbers and names the SDK takes: it loses what is named `__proto__`. */
const values = fc.jsonValue().filter((value) => !/[0-9]{16}|e\+|"__proto__":/.test(JSON.stringify(value)));

describe('the attribute of a value', () => {
  it('is that of the SDK, for values of JSON', () => {
    fc.assert(fc.property(values, (value) => void expect(attributeOf(value)).toEqual(ofSdk(value))));
  });

  it('keeps a member that is named __proto__', () => {
    const value = JSON.parse('{"__proto__":{"a":1}}');
    expect(JSON.stringify(valueIn(attributeOf(value)))).toBe(JSON.stringify(value));
  });

  it('has no undefined members', () => {
    expect(attributeOf({ a: undefined, b: [undefined, 1] })).toEqual({ M: { b: { L: [{ N: '1' }] } } });
  });

  it.each([undefined, 1n, 2 ** 60, Number.NaN, Number.POSITIVE_INFINITY, new Set(['a']), new Uint8Array(1), new Date()])(
    'is refused for %s, which the SDK converts or refuses',
    (value) => {
      expect(() => attributeOf(value)).toThrow();
    },
  );
});

describe('the value of an attribute', () => {
  it('is that of the SDK', () => {
    fc.assert(fc.property(values, (value) => void expect(valueIn(ofSdk(value))).toEqual(unmarshall({ value: ofSdk(value) }).value)));
  });

  it.each([{ SS: ['a'] }, { NS: ['1'] }, { B: new Uint8Array(1) }, { N: '12345678901234567890' }])('is refused for %j', (attribute) => {
    expect(() => valuesIn({ attribute })).toThrow();
  });
});

function ofSdk(value: unknown): AttributeValue {
  const { attribute } = marshall({ attribute: value }, { removeUndefinedValues: true });
  if (!attribute) throw new Error('it is undefined');
  return attribute;
}
