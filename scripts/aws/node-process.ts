import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const repository = join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number;
  /** Standard output and errors, as they came. */
  readonly output: string;
}

/** Runs a program of Node at the top of the project, and collects what it writes. */
export async function runNode(args: readonly string[], env: Readonly<NodeJS.ProcessEnv>): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'], env });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  const [code] = await once(child, 'close');
  return { code: code ?? 1, output: output.join('') };
}
