import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = globSync('{agent,cli,console,examples,functions,infra,local,scripts,shared,test}/**/*.{ts,tsx}').filter(
  (path) => !path.includes('node_modules') && !path.endsWith('.generated.ts'),
);

const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')];

/** Openers of relative clauses that stand as a sentence: the thing itself is not named. */
const refused = /^(What|How|Whether|Where|Who|Whoever|Whose|Whom|Which|Of|Nobody|Somebody|Everybody|As|So many|For this long)\b/;

/** Words that hide the subject of a sentence, or that give an object feelings. */
const riddles = /\b(nobody|somebody|whoever|everybody|anybody|vouch\w*)\b/i;

const openingsOf = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('/**')
    .slice(1)
    .map((comment) => comment.replace(/^[\s*]{1,200}/, '').split('\n')[0] ?? '');

describe('doc comments', () => {
  it('start with a verb or with what the thing is', () => {
    const faults = sources.flatMap((path) =>
      openingsOf(path)
        .filter((opening) => refused.test(opening))
        .map((opening) => `${path}: ${opening.slice(0, 60)}`),
    );
    expect(faults).toEqual([]);
  });

  it('name the subject of each sentence', () => {
    const faults = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\/\*\*[\s\S]*?\*\//g)]
        .filter(([comment]) => riddles.test(comment))
        .map(([comment]) => `${path}: ${comment.slice(0, 100)}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('a document', () => {
  it('names the subject of each sentence', () => {
    const faults = documents
      .filter((path) => path !== 'docs/style.md')
      .flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .flatMap((line, index) => (riddles.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 80)}`] : [])),
      );
    expect(faults).toEqual([]);
  });
});

describe('a table of the documents', () => {
  it('has no cell that is too long to be read on a page', () => {
    const faults = documents.flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .flatMap((line) => line.split('|'))
        .filter((cell) => cell.trim().length > 120)
        .map((cell) => `${path}: ${cell.trim().slice(0, 60)}`),
    );
    expect(faults).toEqual([]);
  });
});
