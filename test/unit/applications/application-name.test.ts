import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizedName } from '#shared/applications/application-name.ts';

describe('the normalised name of an Application', () => {
  it.each([
    ['shop', 'mp-shop'],
    ['mp-shop', 'mp-shop'],
    ['MP-Shop', 'mp-shop'],
    ['My Shop (EU)', 'mp-my-shop-eu'],
    ['a__b--c', 'mp-a-b-c'],
    ['größe', 'mp-gr-e'],
    ['-', 'mp'],
  ])('of %j is %j', (name, expected) => {
    expect(normalizedName(name)).toBe(expected);
  });

  it('is a resource name, and normalising it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (name) => {
        const normalized = normalizedName(name);
        expect(normalized).toMatch(/^mp(-[a-z0-9]+)*$/);
        if (normalized !== 'mp') expect(normalizedName(normalized)).toBe(normalized);
      }),
    );
  });
});
