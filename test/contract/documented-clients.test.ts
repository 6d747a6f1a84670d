import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../scripts/clients/checks.ts';
import { documentedIn } from '../../scripts/clients/documents/documented.ts';

/** Pages whose set-ups `npm run test:clients` runs, and what their checks are named after. */
const pages = [
  ['docs/receiving-webhooks.md', 'webhooks'],
  ['docs/clients.md', 'GraphQL'],
] as const;

const textOf = (page: string): string => readFileSync(page, 'utf8');
const headingsOf = (page: string): string[] => [...textOf(page).matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);

describe.each(pages)('%s', (page, subject) => {
  const shown = headingsOf(page).filter((heading) => heading !== 'Schema' && documentedIn(textOf(page), heading).files.size > 0);

  it('has its set-ups run by a check each', () => {
    const names = checks.map(({ name }) => name).filter((name) => name.endsWith(`: ${subject}`));
    expect(names).toEqual(shown.map((heading) => `${heading}: ${subject}`));
  });

  it.each(shown)('says in %s how to start it', (heading) => {
    expect(documentedIn(textOf(page), heading).commands.length).toBeGreaterThan(1);
  });

  it('installs exact versions only', () => {
    const lines = textOf(page).match(/^.*\b(?:npm install|pip install|go get|go run|cargo add) .*$/gm) ?? [];
    expect(lines.length).toBeGreaterThan(1);
    const words = lines.flatMap((line) => line.split(/ (?:install|get|add) /)[1]?.split(' ') ?? []);
    const packages = words.filter((word) => !word.startsWith('-'));
    expect(packages.filter((one) => !/(?:@v?|==)\d+\.\d+\.\d+'?$/.test(one))).toEqual([]);
  });
});

describe('a set-up of a page', () => {
  it('is refused where no heading shows it', () => {
    expect(() => documentedIn('## Go\n', 'Rust')).toThrow('no heading says Rust');
  });
});
