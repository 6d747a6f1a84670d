import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quotas } from '#shared/core/quotas.ts';

describe('docs/quotas.md', () => {
  it('lists every quota with its limit, in the order of the code', () => {
    const rows = [...readFileSync('docs/quotas.md', 'utf8').matchAll(/^\| `(\w+)` \| (\d+) \| (.+) \| (.+) \|$/gm)];
    const documented = rows.map(([, name, max, things, of]) => ({ name, max: Number(max), things, of }));
    expect(documented).toEqual(Object.entries(quotas).map(([name, { max, things, of }]) => ({ name, max, things, of })));
  });
});
