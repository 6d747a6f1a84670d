import { createHash } from 'node:crypto';

const maxStemLength = 200;

/** A file name for an Application of any name: names come from outside and must not lead out of the folder or exceed the file system's limit. */
export function applicationFileName(name: string): string {
  const stem = encodeURIComponent(name.toWellFormed()).replaceAll('*', '%2A').replace(/^\./, '%2E');
  if (stem.length <= maxStemLength) return `${stem}.json`;
  return `${stem.slice(0, maxStemLength - 65)}-${createHash('sha256').update(name).digest('hex')}.json`;
}

/** One file name per Application, by id; the id tells Applications of one name apart. */
export function applicationFileNames(applications: readonly { id: string; name: string }[]): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id, name } of applications) {
    const plain = applicationFileName(name);
    // Compared without case, because some file systems do not distinguish it.
    const fileName = taken.has(plain.toLowerCase()) ? applicationFileName(`${name}-${id}`) : plain;
    taken.add(fileName.toLowerCase());
    names.set(id, fileName);
  }
  return names;
}
