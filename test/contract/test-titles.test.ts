import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Title {
  readonly at: string;
  readonly isSuite: boolean;
  readonly isOutside: boolean;
  readonly text: string;
}

const pattern = /^( *)(describe|it)\b[^'`\n]*\(\s*(?:(['`])(.*?)\3)/gm;

const titlesOf = (path: string): Title[] =>
  [...readFileSync(path, 'utf8').matchAll(pattern)].map(([, indent, call, , text = '']) => ({
    at: `${path}: ${text}`,
    isSuite: call === 'describe',
    isOutside: indent === '',
    text,
  }));

const titles = globSync('test/**/*.test.ts').flatMap(titlesOf);

const faultsOf = (isFault: (title: Title) => boolean): string[] => titles.filter(isFault).map(({ at }) => at);

describe('a test title', () => {
  it('is found in every test', () => {
    expect(titles.length).toBeGreaterThan(2000);
  });

  it('names persons and parts of the system, and no indefinite pronoun', () => {
    const pronoun = /\b(nobody|somebody|everybody|anybody|whoever|someone|anyone|told|vouch\w*)\b/i;
    expect(faultsOf(({ text }) => pronoun.test(text))).toEqual([]);
  });

  it('begins with its subject, where no describe names one', () => {
    const predicate = /^([a-z]+s|that|of|which|must|cannot|can|may)\b/;
    expect(faultsOf(({ text, isSuite, isOutside }) => isOutside && !isSuite && predicate.test(text))).toEqual([]);
  });

  it('has a subject that is a thing, not a clause', () => {
    const clause = /^(what|who|how|whether|where|why|of|as|that) /i;
    expect(faultsOf(({ text, isSuite, isOutside }) => isSuite && isOutside && clause.test(text))).toEqual([]);
  });
});
