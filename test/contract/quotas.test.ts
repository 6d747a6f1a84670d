import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quotas } from '#shared/core/quotas.ts';
import { bytesOfScalar, elementsOfList } from '#shared/graphql/input-bounds.ts';

describe('docs/quotas.md', () => {
  it('lists every quota with its limit and the highest that can be set, in the order of the code', () => {
    const rows = [...readFileSync('docs/quotas.md', 'utf8').matchAll(/^\| `(\w+)` \| (\d+) \| (\d+) \| (.+) \| (.+) \|$/gm)];
    const documented = rows.map(([, name, max, ceiling, things, of]) => ({ name, max: Number(max), ceiling: Number(ceiling), things, of }));
    expect(documented).toEqual(Object.entries(quotas).map(([name, { max, ceiling, things, of }]) => ({ name, max, ceiling, things, of })));
  });

  it('lists the bound of every scalar and list of an input, in the order of the code', () => {
    const rows = [...readFileSync('docs/quotas.md', 'utf8').matchAll(/^\| (?:list )?`(\w+)` \| (\d+) (bytes|elements) \|$/gm)];
    const documented = rows.map(([, name, most, unit]) => [unit, name, Number(most)]);
    const bounds = { bytes: bytesOfScalar, elements: elementsOfList };
    expect(documented).toEqual(
      Object.entries(bounds).flatMap(([unit, all]) => Object.entries(all).map(([name, most]) => [unit, name, most])),
    );
  });
});
