import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quotas } from '#shared/core/quotas.ts';
import { bytesOfScalar, bytesOfText, elementsOfList } from '#shared/graphql/input-bounds.ts';

const page = readFileSync('docs/quotas.md', 'utf8');

describe('docs/quotas.md', () => {
  it('lists every quota with its limit and the highest that can be set, in the order of the code', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` \| (\d+) \| (\d+) \| (.+) \| (.+) \|$/gm)];
    const documented = rows.map(([, name, max, ceiling, things, of]) => ({ name, max: Number(max), ceiling: Number(ceiling), things, of }));
    expect(documented).toEqual(Object.entries(quotas).map(([name, { max, ceiling, things, of }]) => ({ name, max, ceiling, things, of })));
  });

  it('says how many deliveries one change makes at most, which follows from the quotas', () => {
    const [, usual, highest] =
      /at most (\d+) deliveries \(`applications` times `webhooks`\), and (\d+) under the highest limits/.exec(page) ?? [];
    expect(Number(usual)).toBe(quotas.applications.max * quotas.webhooks.max);
    expect(Number(highest)).toBe(quotas.applications.ceiling * quotas.webhooks.ceiling);
  });

  it('lists the bound of every scalar, name and list of an input, in the order of the code', () => {
    const rows = [...page.matchAll(/^\| (?:(list|text) )?`(\w+)` \| (\d+) (?:bytes|elements) \|$/gm)];
    const documented = rows.map(([, what = 'scalar', name, most]) => [what, name, Number(most)]);
    const bounds = { scalar: bytesOfScalar, text: bytesOfText, list: elementsOfList };
    expect(documented).toEqual(
      Object.entries(bounds).flatMap(([what, all]) => Object.entries(all).map(([name, most]) => [what, name, most])),
    );
  });
});
