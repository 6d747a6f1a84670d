import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFileIfPresent, writePrivateFile } from '../private-file.ts';
import { type Templates, templatesSchema } from './cloudformation.ts';

const repository = join(import.meta.dirname, '../..');
const cache = join(repository, 'node_modules/.cache/compass');

/** Any domain gives the certificate-secured API: on this machine nothing resolves it. The console is served beside the APIs there. */
const context = { stage: 'local', domainName: 'compass.local.test', hostedZoneId: 'Z0LOCAL', console: 'none' } as const;

/** The templates of the deployment: synthesized once for each state of the sources, then read from a cache. */
export async function loadTemplates(): Promise<Templates> {
  const file = join(cache, `templates-${await fingerprint()}.json`);
  const cached = await readFileIfPresent(file);
  if (cached !== undefined) return JSON.parse(cached) as Templates;
  // CDK takes seconds to load, so it is loaded only when needed.
  const { synthesizeTemplates } = await import('#infra/synthesize-templates.ts');
  const templates = templatesSchema.parse(synthesizeTemplates(context));
  await mkdir(cache, { recursive: true });
  await writePrivateFile(file, JSON.stringify(templates));
  return templates;
}

/** Digest of everything that synthesis reads. */
async function fingerprint(): Promise<string> {
  const sources = await Promise.all([
    filesUnder('infra', (name) => name.endsWith('.ts')),
    filesUnder('shared', (name) => name.endsWith('.ts')),
    filesUnder('functions', (name) => name === 'env.ts'),
    ['package-lock.json', 'cdk.json', 'local/template/load-templates.ts'].map((name) => join(repository, name)),
  ]);
  const hash = createHash('sha256');
  for (const path of sources.flat().sort()) {
    hash.update(pathToFileURL(path).href);
    hash.update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 32);
}

async function filesUnder(folder: string, wanted: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(join(repository, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && wanted(entry.name)).map((entry) => join(entry.parentPath, entry.name));
}
