import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '#shared/core/error-catalogue.ts';

const page = readFileSync('docs/errors.md', 'utf8');

describe('docs/errors.md', () => {
  it('lists every error code with its number, kind and meaning, in the order of the code', () => {
    const documented = [...page.matchAll(/^\| `(\w+)` \| (\d+) \| ([a-z-]+) \| (.+) \|$/gm)];
    const rows = documented.map(([, code, number, kind, meaning]) => ({ code, number: Number(number), kind, meaning }));
    expect(rows).toEqual(Object.entries(errorCatalogue).map(([code, entry]) => ({ code, ...entry })));
  });

  const textsOf = (file: string, pattern: RegExp) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, , message = '']) => message);
  const refusals = [
    ...textsOf('shared/certificates/csr.ts', /(?:csrInvalid|unreadable)\(\s*(['`])(.+?)\1/g),
    ...textsOf('shared/certificates/csr-errors.ts', /csrInvalid\((['`])(.+?)\1/g),
    ...textsOf('shared/certificates/csr-extensions.ts', /(['`])(CSR: .+?)\1/g),
  ];

  it('finds the refusals of CSRs in the code', () => {
    expect(refusals.length).toBeGreaterThan(15);
  });

  it.each([...new Set(refusals)])('says that a CSR may be refused with: %s', (message) => {
    const spans = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, span]) => span ?? '');
    // What the code puts in stands on the page as a number, or as an ellipsis.
    const parts = message.split(/\$\{[^}]+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const expected = new RegExp(`^${parts.join('(?:…|\\d+)')}$`);
    expect(spans).toContainEqual(expect.stringMatching(expected));
  });
});
