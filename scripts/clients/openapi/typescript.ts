import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientCheck } from '../client-check.ts';
import { command, install } from '../command.ts';
import { documentOf, documents, recordedCases, replay } from './replay.ts';

const typescript = 'typescript@5.9.3';

/** Makes a package of the folder with these packages in it. */
async function packageWith(folder: string, packages: readonly string[]): Promise<(...given: string[]) => Promise<string>> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await install('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...packages], { cwd: folder });
  return (...given) => command('npx', ['--no-install', ...given], { cwd: folder });
}

const typeCheck = [
  'tsc',
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--module',
  'esnext',
  '--moduleResolution',
  'bundler',
  '--target',
  'esnext',
];

/** It has types only: the compiler compares the recorded answers with them. */
export const openapiTypescript: ClientCheck = {
  name: 'TypeScript: OpenAPI by openapi-typescript',
  commands: ['npm', 'npx'],
  run: async ({ folder }) => {
    const npx = await packageWith(folder, ['openapi-typescript@7.13.0', typescript]);
    for (const name of documents) await npx('openapi-typescript', documentOf(name), '-o', `${name}.ts`);
    const cases = (await recordedCases()).filter(({ body }) => body !== undefined);
    const typed = cases.map(({ document, operation, status, body }, index) => {
      const type = `${document}['${operation}']['responses'][${status}]['content']['application/json']`;
      return `export const answer${index}: ${type} = ${JSON.stringify(body)};`;
    });
    const imports = documents.map((name) => `import type { operations as ${name} } from './${name}.ts';`);
    await writeFile(join(folder, 'answers.ts'), [...imports, ...typed].join('\n'));
    await npx(...typeCheck, '--allowImportingTsExtensions', 'answers.ts');
    return `types ${cases.length} answers, half of them with fields that were added later`;
  },
};

const plugins = `[
    { name: '@hey-api/client-fetch' },
    { name: '@hey-api/typescript' },
    { name: 'zod' },
    { name: '@hey-api/sdk', validator: { response: 'zod' } },
  ]`;

export const heyApi: ClientCheck = {
  name: 'TypeScript: OpenAPI by hey-api with zod',
  commands: ['npm', 'npx'],
  run: async ({ folder }) => {
    const npx = await packageWith(folder, ['@hey-api/openapi-ts@0.99.0', 'zod@4.6.7', 'tsx@4.20.6', typescript]);
    for (const name of documents) {
      const settings = `export default { input: ${JSON.stringify(documentOf(name))}, output: '${name}', plugins: ${plugins} };`;
      await writeFile(join(folder, `${name}.config.mjs`), settings);
      await npx('openapi-ts', '-f', `${name}.config.mjs`);
    }
    await copyFile(join(import.meta.dirname, 'programs/hey-api.mjs'), join(folder, 'replay.mjs'));
    return replay(folder, () => npx('tsx', 'replay.mjs'));
  },
};
