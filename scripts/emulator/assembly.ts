import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AdaptedTemplate, adaptTemplate, type EmulatorValues } from './adapt-template.ts';

/** Parts of a cloud assembly's files that name the roles of `cdk bootstrap`, whose conditions the emulator does not evaluate. */
const roleNames = ['assumeRoleArn', 'cloudFormationExecutionRoleArn', 'lookupRole'];

/** Copies a synthesized cloud assembly to `target` and adapts its templates to the emulator. The bundles of the functions stay what they are. */
export async function adaptAssembly(source: string, target: string, values: EmulatorValues): Promise<void> {
  await cp(source, target, { recursive: true });
  const files = await readdir(target);
  const hashes = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.template.json'))) {
    const path = join(target, file);
    const before = await readFile(path, 'utf8');
    const after = JSON.stringify(adaptTemplate(JSON.parse(before) as AdaptedTemplate, values), null, 1);
    hashes.set(sha256(before), sha256(after));
    await writeFile(path, after);
  }
  for (const file of ['manifest.json', ...files.filter((name) => name.endsWith('.assets.json'))]) {
    const path = join(target, file);
    await writeFile(path, withHashes(JSON.stringify(JSON.parse(await readFile(path, 'utf8'), withoutRoles)), hashes));
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const withoutRoles = (key: string, value: unknown): unknown => (roleNames.includes(key) ? undefined : value);

/** A template is published under the hash of its text. */
const withHashes = (text: string, hashes: ReadonlyMap<string, string>): string =>
  [...hashes].reduce((changed, [before, after]) => changed.replaceAll(before, after), text);
