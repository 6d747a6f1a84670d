import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = globSync(['*.md', 'docs/**/*.md', 'agent/*.md', 'cli/*.md', 'examples/**/*.md']);
const textOf = (page: string): string => readFileSync(page, 'utf8');

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const linksOf = (page: string): string[] =>
  [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));

describe.each(pages)('%s', (page) => {
  it('links only to files and headings that exist', () => {
    const broken = linksOf(page).filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = [...textOf(page).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('has no mark of two versions that were not brought together', () => {
    expect(textOf(page).match(/^(?:<{7} |={7}$|>{7} ).*$/gm) ?? []).toEqual([]);
  });

  it('names no folder of the machine it was written on', () => {
    expect(textOf(page).match(/(?<![\w.}])\/(?:work|home|root|Users|tmp)\/[\w.-]+/g) ?? []).toEqual([]);
  });

  it('names only files and folders of the project that exist', () => {
    const paths = [...textOf(page).matchAll(/`((?:agent|cli|console|examples|functions|infra|local|scripts|shared|test)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('README.md', () => {
  const readme = textOf('README.md');

  it('stays below 200 lines', () => {
    expect(readme.split('\n').length).toBeLessThan(200);
  });

  it('begins with the two commands that a fresh machine needs', () => {
    const blocks = [...readme.matchAll(/```sh\n([\s\S]+?)```/g)].map(([, block = '']) => block.trim());
    expect(blocks.slice(0, 2)).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
  });

  it('shows every folder of the tree', () => {
    const tree = readme.slice(readme.indexOf('## The tree'), readme.indexOf('## How a request flows'));
    const folders = ['agent', 'cli', 'console', 'examples', 'functions', 'infra', 'local', 'packages', 'scripts', 'shared', 'test', 'docs'];
    expect(folders.filter((folder) => !tree.includes(`\n${folder}/`))).toEqual([]);
  });

  it('explains every flag of npm start and every context of a deployment', () => {
    const flags = textOf('local/command-line.ts').match(/--[a-z-]+(?= <)/g) ?? [];
    const shapes = textOf('infra/setting-schema.ts');
    const schema = shapes.slice(shapes.indexOf('settingShapes'), shapes.indexOf('} as const;'));
    const context = [...schema.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name);
    expect(context).toContain('domainName');
    expect([...flags, ...context].filter((name) => !readme.includes(name))).toEqual([]);
  });
});

describe('docs/security.md', () => {
  it('names the tests that stand against each of the ten risks of OWASP', () => {
    const risks = [...textOf('docs/security.md').matchAll(/^### API(\d+): [\s\S]*?(?=^##|^`npm)/gm)];
    expect(risks.map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const [risk] of risks) {
      const files = [...risk.matchAll(/`(test\/[\w./-]+\.test\.ts)`/g)].map(([, file = '']) => file);
      expect(files.length).toBeGreaterThan(0);
      expect(files.filter((file) => !existsSync(file))).toEqual([]);
    }
  });
});

describe('docs/decisions', () => {
  const records = globSync('docs/decisions/[0-9]*.md').sort();

  it('numbers its records without gaps and lists each in its index', () => {
    const index = textOf('docs/decisions/README.md');
    expect(records.map((path) => Number(/(\d{4})-/.exec(path)?.[1]))).toEqual(records.map((_, position) => position + 1));
    expect(records.filter((path) => !index.includes(path.replace('docs/decisions/', '')))).toEqual([]);
  });

  it.each(records)('says in %s what was decided, what follows and what going back costs', (path) => {
    const headings = [...textOf(path).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Context', 'Decision', 'Consequences', 'Cost to revert']);
  });
});
