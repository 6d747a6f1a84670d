import { compass } from '#cli/compass.ts';
import type { Surroundings } from '#cli/surroundings.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Given {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly openPage?: Surroundings['openPage'];
  readonly pause?: Surroundings['pause'];
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
  /** Takes what is written to the standard output, as it is written. */
  readonly written?: (text: string) => void;
}

/** Runs a command line in this process, in a folder that is the home of the user, too. */
export async function runCompass(args: readonly string[], given: Given): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: given.terminal,
    write: (text: string) => {
      written[name] += text;
      if (name === 'stdout') given.written?.(text);
    },
  });
  const code = await compass(args, {
    environment: given.environment ?? {},
    folder: given.folder,
    home: given.folder,
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: Object.assign(chunksOf(given.stdin ?? ''), { isTTY: given.terminal }),
    now: given.now ?? (() => new Date()),
    pause: given.pause ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 100)))),
    openPage: given.openPage ?? (() => undefined),
    signal: given.signal ?? new AbortController().signal,
  });
  return { code, ...written };
}

async function* chunksOf(text: string): AsyncGenerator<string> {
  if (text !== '') yield text;
}
