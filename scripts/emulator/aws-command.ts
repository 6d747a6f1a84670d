import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Emulator } from './ministack.ts';

const repository = join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs `npm run aws -- ...` against the emulator, as an operator would. */
export async function awsCommand({ environment }: Emulator, args: readonly string[], more: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(repository, 'scripts/aws.ts'), ...args], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...environment, ...more },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  const [code] = await once(child, 'close');
  return { code: code ?? 1, output: output.join('') };
}
