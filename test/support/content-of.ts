import { readFile } from 'node:fs/promises';

/** Reads a file; empty for a temporary one that is gone again. */
export const contentOf = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return Buffer.alloc(0);
  });
