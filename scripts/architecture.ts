/**
 * Draws the folders of `shared/` by their imports into docs/architecture.md: an arrow leads from a folder to one that it imports, unless a longer
 * path leads there too. `--check` fails if the committed picture is not up to date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { withGeneratedPart } from './generated-part.ts';

const { check } = new Command('npm run architecture --')
  .description('Draws the folders of shared/ by their imports into docs/architecture.md.')
  .option('--check', 'write nothing, and fail if the committed picture is not up to date')
  .allowExcessArguments(false)
  .parse()
  .opts<{ check?: true }>();

const document = 'docs/architecture.md';

type Imports = ReadonlyMap<string, ReadonlySet<string>>;

const { output } = await cruise(['shared'], { parser: 'swc', tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } });
const drawn = picture(withoutDetours(importsOf(output as ICruiseResult)));
const text = await readFile(document, 'utf8');
const next = withGeneratedPart(text, 'npm run architecture', drawn);
if (!check) await writeFile(document, next);
else if (next !== text) {
  console.error(`${document} does not show the imports there are: run npm run architecture`);
  process.exitCode = 1;
}

/** The folders of `shared/`, each with those that its files import. The core is left out: every folder imports it. */
function importsOf({ modules }: ICruiseResult): Imports {
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const folder = folderOf(source);
    if (!folder) continue;
    const known = imports.get(folder) ?? new Set();
    imports.set(folder, known);
    for (const { resolved } of dependencies) {
      const other = folderOf(resolved);
      if (other && other !== folder) known.add(other);
    }
  }
  return imports;
}

function folderOf(path: string): string | undefined {
  const [root, folder, file] = path.split('/');
  return root === 'shared' && file && folder !== 'core' ? folder : undefined;
}

/** Transitive reduction: drops an import that another import leads to as well. */
function withoutDetours(imports: Imports): Imports {
  const reaches = (from: string, to: string): boolean =>
    [...(imports.get(from) ?? [])].some((middle) => middle === to || reaches(middle, to));
  const direct = (others: ReadonlySet<string>) =>
    new Set([...others].filter((to) => ![...others].some((middle) => middle !== to && reaches(middle, to))));
  return new Map([...imports].map(([folder, others]) => [folder, direct(others)]));
}

function picture(imports: Imports): string {
  const arrows = [...imports].flatMap(([folder, others]) => [...others].map((other) => `  ${folder} --> ${other}`)).sort();
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}
