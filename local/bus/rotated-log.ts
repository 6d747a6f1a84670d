import { renameSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';

/** The name that a full file gets: `events.1.jsonl`. */
const previousOf = (file: string): string => file.replace(/\.(\w+)$/, '.1.$1');

/** Appends lines to a file, those of a call by one write. A file that has `maxBytes` is renamed, in place of the one that was renamed before it. */
export function rotatedLog(file: string, maxBytes: number): (lines: readonly string[]) => Promise<void> {
  let bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return async (lines) => {
    const text = lines.map((line) => `${line}\n`).join('');
    if (bytes >= maxBytes) {
      renameSync(file, previousOf(file));
      bytes = 0;
    }
    bytes += Buffer.byteLength(text);
    await appendFile(file, text, { mode: 0o600 });
  };
}
