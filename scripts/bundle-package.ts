import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the package in the current folder into one JavaScript file without dependencies: a command from its main.ts into what its `bin` names, a
 * library from its index.ts into what its `exports` names. Runs before `npm pack`.
 */
const folder = process.cwd();
const dist = join(folder, 'dist');
const { bin, exports } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
const [entry, outfile] = bin ? ['main.ts', String(Object.values(bin)[0])] : ['index.ts', String(exports['.'].default)];

await rm(dist, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [join(folder, entry)],
  outfile: join(folder, outfile),
  bundle: true,
  metafile: true,
  absWorkingDir: folder,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'none',
  // Libraries of CommonJS ask for modules of Node by `require`.
  banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
});
await writeFile(join(dist, 'THIRD-PARTY-LICENSES.txt'), (await licensesOf(Object.keys(metafile.inputs))).join(`\n${'-'.repeat(80)}\n`));
await copyFile(join(import.meta.dirname, '../LICENSE'), join(dist, 'LICENSE'));

/** The licenses of the packages in the bundle. */
async function licensesOf(inputs: readonly string[]): Promise<string[]> {
  const packages = new Set(inputs.flatMap(folderOfPackage));
  return await Promise.all(
    [...packages].sort().map(async (path) => {
      const { name, version, license } = JSON.parse(await readFile(join(folder, path, 'package.json'), 'utf8'));
      return `${name} ${version} (${license})\n\n${await licenseText(join(folder, path))}`;
    }),
  );
}

/** The folder of the package that a file belongs to; none for an own file. */
function folderOfPackage(input: string): string[] {
  const parts = input.split('/');
  const at = parts.lastIndexOf('node_modules');
  const names = parts[at + 1]?.startsWith('@') ? 2 : 1;
  return at < 0 ? [] : [parts.slice(0, at + 1 + names).join('/')];
}

async function licenseText(path: string): Promise<string> {
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'CopyrightNotice.txt']) {
    const text = await readFile(join(path, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return '';
}
