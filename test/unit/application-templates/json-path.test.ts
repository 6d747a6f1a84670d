import { describe, expect, it } from 'vitest';
import { isJsonPath, valueAt } from '#shared/application-templates/json-path.ts';

const payload = { name: 'shop', 'display-name': 'The Shop', system: { urls: ['https://a', 'https://b'], 'odd key': 7 }, empty: null };

describe('a JSON path', () => {
  it.each([
    ['$.name', 'shop'],
    ['name', 'shop'],
    ['$.display-name', 'The Shop'],
    ["$['display-name']", 'The Shop'],
    ['$.system.urls[1]', 'https://b'],
    ["$.system['odd key']", 7],
    ['$.empty', null],
    ['$', payload],
    ['$.none', undefined],
    ['$.name.deeper', undefined],
    ['$.system.urls[9]', undefined],
    ['$.system.urls.length', undefined],
    ['$.constructor', undefined],
    ['$.__proto__', undefined],
  ])('%s finds %j', (path, value) => {
    expect(isJsonPath(path)).toBe(true);
    expect(valueAt(payload, path)).toEqual(value);
  });

  it.each(['', '$..name', '$.*', '$.a[*]', '$.a[?(@.b)]', '$.a[-1]', '$.a[0:2]', '.a', '$.', 'a b', "$['a", '$[a]'])(
    '"%s" is none',
    (path) => {
      expect(isJsonPath(path)).toBe(false);
    },
  );
});
