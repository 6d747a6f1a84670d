import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packAssembly, unpackAssembly } from '../../../scripts/releases/assembly-archive.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compass-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stack = { type: 'aws:cloudformation:stack', properties: { templateFile: 'a.template.json' } };

it('a stored cloud assembly has what is deployed, and nothing that tells where it was synthesized', async () => {
  const [source, target] = [join(folder, 'source'), join(folder, 'target')];
  mkdirSync(join(source, 'asset.1'), { recursive: true });
  const files = {
    'manifest.json': JSON.stringify({
      version: '54.0.0',
      artifacts: { a: { ...stack, additionalMetadataFile: 'a.metadata.json' }, Tree: { type: 'cdk:tree' } },
    }),
    'a.template.json': '{"Resources":{"Größe":{}}}',
    'a.metadata.json': '{"/a":[{"trace":"/home/me"}]}',
    'tree.json': '{}',
    'asset.1/index.js': 'exports.handler=async()=>"✓"',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(source, name), text);

  await unpackAssembly(await packAssembly(source), target);

  const unpacked = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(unpacked.map(({ name }) => name).sort()).toEqual(['a.template.json', 'index.js', 'manifest.json']);
  for (const name of ['a.template.json', 'asset.1/index.js'] as const) expect(readFileSync(join(target, name), 'utf8')).toBe(files[name]);
  expect(JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'))).toEqual({ version: '54.0.0', artifacts: { a: stack } });
});
