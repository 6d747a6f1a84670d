import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Size of `index.js` and of the files beside it that it requires when it is loaded: those that are imported on demand are required in a function. */
export function loadedBytes(folder: string): number {
  const files = new Set(['index.js']);
  for (const file of files) {
    for (const [, inside, required = ''] of readFileSync(join(folder, file), 'utf8').matchAll(/(=>[\w$]*\(?)?require\("\.\/([^"]+)"\)/g)) {
      if (inside === undefined) files.add(required);
    }
  }
  return [...files].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
