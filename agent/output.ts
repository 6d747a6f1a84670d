import { writeSync } from 'node:fs';

const maxBacklogBytes = 1_000_000;
let failing = false;

/** Lets the process live when its output cannot be written: the disk is full, or the reader of the pipe is gone. Such lines are lost. */
export function surviveLostOutput(): void {
  process.stdout.on('error', () => {
    failing = true;
  });
  process.stderr.on('error', () => undefined);
}

/** Prints a line, or loses it where it cannot be written or where a reader that stands still has a megabyte to read already. */
export function writeLine(line: string): void {
  if (!failing) {
    if (process.stdout.writableLength < maxBacklogBytes) process.stdout.write(`${line}\n`);
    return;
  }
  try {
    // Node closes its stream for good after an error; the disk may have room again.
    writeSync(1, `${line}\n`);
  } catch {
    // Lost.
  }
}
