import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const isCompat = (file: string): boolean => file.includes('/compat/');

/** Pairs of a file in a `compat` folder and one outside that imports it. */
function entries(): string[] {
  const files = globSync('{functions,infra,local,shared}/**/*.ts', { cwd: root }).filter((file) => !isCompat(file));
  return files.flatMap((file) =>
    [...read(file).matchAll(/from '(#|\.{1,2}\/)([^']*compat\/[^']+)'/g)].map(([, start, path = '']) => {
      const imported = start === '#' ? path : join(file, '..', start ?? '', path);
      return `${imported} at ${file}`;
    }),
  );
}

/** The same pairs as the rows of the page say. */
const documented = (): string[] =>
  [...read('docs/compatibility.md').matchAll(/^\| `([^`]+)` \| [^|]+ \| ([^|]+) \|/gm)].flatMap(([, part, places = '']) =>
    [...places.matchAll(/`([^`]+)`/g)].map(([, place]) => `${part} at ${place}`),
  );

describe('the code for old clients only', () => {
  it('is entered exactly where docs/compatibility.md says', () => {
    expect(entries().sort()).toEqual(documented().sort());
  });

  it('is entered by one line of a file', () => {
    expect(new Set(entries()).size).toBe(entries().length);
  });
});
