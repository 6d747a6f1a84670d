import { writeSync } from 'node:fs';

const maxBacklogBytes = 1_000_000;
let failing = false;

/** Keeps the process running if its output cannot be written: the disk is full, or the pipe has no reader. Such lines are lost. */
export function surviveLostOutput(): void {
  process.stdout.on('error', () => {
    failing = true;
  });
  process.stderr.on('error', () => undefined);
}

/** Prints a line. Drops it if it cannot be written, or if a megabyte is waiting for a slow reader. */
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
