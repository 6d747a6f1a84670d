import type { AttributeValue } from '@aws-sdk/client-dynamodb';

// The kinds of attributes that are in items without sets and bytes. The conversion of the SDK knows all, at several times the cost.

/** The attribute with a value. Throws for values of other kinds, and for numbers that would lose digits. */
export function attributeOf(value: unknown): AttributeValue {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      return { N: exact(value) };
    case 'boolean':
      return { BOOL: value };
    default:
      return compositeOf(value);
  }
}

function compositeOf(value: unknown): AttributeValue {
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(attributeOf) };
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) throw new Error('the value has no plain attribute');
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return { M: Object.fromEntries(entries.map(([name, one]) => [name, attributeOf(one)])) };
}

function exact(value: number): string {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) throw new Error('the number loses digits');
  return String(value);
}

/** The attributes with values; those of undefined are left out. */
export const attributesOf = (values: Readonly<Record<string, unknown>> = {}): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, one]) => (one === undefined ? [] : [[name, attributeOf(one)]])));

/** The value of an attribute. Throws where `attributeOf` makes none of its kind. */
export function valueIn({ S, N, BOOL, NULL, L, M }: AttributeValue): unknown {
  if (S !== undefined) return S;
  if (N !== undefined) return numberOf(N);
  if (M !== undefined) return valuesIn(M);
  if (L !== undefined) return L.map(valueIn);
  if (BOOL !== undefined) return BOOL;
  if (NULL !== undefined) return null;
  throw new Error('the attribute is of another kind');
}

export const valuesIn = (attributes: Readonly<Record<string, AttributeValue>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, valueIn(attribute)]));

function numberOf(text: string): number {
  const value = Number(text);
  exact(value);
  return value;
}
