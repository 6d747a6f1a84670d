import { renameSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';

/** The name that a full file gets: `events.1.jsonl`. */
const previousOf = (file: string): string => file.replace(/\.(\w+)$/, '.1.$1');

/** Appends lines to a file. One that has `maxBytes` is renamed, in place of the one that was renamed before it. */
export function rotatedLog(file: string, maxBytes: number): (line: string) => Promise<void> {
  let bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return async (line) => {
    if (bytes >= maxBytes) {
      renameSync(file, previousOf(file));
      bytes = 0;
    }
    bytes += Buffer.byteLength(line) + 1;
    await appendFile(file, `${line}\n`, { mode: 0o600 });
  };
}
