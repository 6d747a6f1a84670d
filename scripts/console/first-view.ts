import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of the first view, packed by gzip: its scripts and styles. */
export const maxFirstViewBytes = 200 * 1024;

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** A build's files by the module that each begins with, as Vite writes it. */
export type Manifest = Readonly<Record<string, Chunk>>;

/** The files that a browser loads before the first view is there: the entry, what it imports, and their styles. Pages that are loaded later are not among them. */
export function filesOfFirstView(manifest: Manifest, entry = 'index.html'): string[] {
  const chunks = new Set<Chunk>();
  const add = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no ${key}.`);
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  add(entry);
  return [...new Set([...chunks].flatMap(({ file, css = [] }) => [file, ...css]))];
}

/** Bytes of the first view of a build in a folder, packed by gzip. */
export async function firstViewBytes(folder: string): Promise<number> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const sizes = await Promise.all(filesOfFirstView(manifest).map(async (file) => gzipSync(await readFile(join(folder, file))).length));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
