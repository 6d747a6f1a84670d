import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileIfPresent } from '../private-file.ts';

/** The file in a build that says what it was built from. */
const recordName = '.sources';

const isSource = (path: string): boolean =>
  !path.split('/').some((part) => part === 'dist' || part === 'node_modules' || part.startsWith('.'));

/** The SHA-256 of the names and contents of what the console is built from. */
export async function digestOfSources(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  const sources = paths.filter(isSource).toSorted();
  const contents = await Promise.all(sources.map((path) => readFile(join(folder, path))));
  const hash = createHash('sha256');
  for (const [index, path] of sources.entries()) hash.update(`${path}\0${contents[index]?.length}\0`).update(contents[index] ?? '');
  return hash.digest('hex');
}

/** Writes into a build what it was built from. */
export const recordSources = (build: string, digest: string): Promise<void> => writeFile(join(build, recordName), digest);

/** The digest of what a build was built from; undefined without a build. */
export const recordedSources = (build: string): Promise<string | undefined> => readFileIfPresent(join(build, recordName));
