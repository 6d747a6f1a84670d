// biome-ignore-all lint/style/noProcessEnv: the CDK command line is configured by its environment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Refusal } from '#local/refusal.ts';

const repository = join(import.meta.dirname, '../..');
const commandLine = join(repository, 'node_modules/aws-cdk/bin/cdk');

interface CdkOptions {
  /** Variables beside PATH. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Folder where the command line keeps what it remembers of accounts. */
  readonly home?: string;
}

/** Runs the CDK command line and answers what it wrote; throws, with that, unless it succeeded. */
export async function cdk(
  args: readonly string[],
  { environment = {}, home = process.env.HOME ?? repository }: CdkOptions = {},
): Promise<string> {
  const child = spawn(process.execPath, [commandLine, ...args], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: home, CI: 'true', ...environment },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`cdk ${args.join(' ')} ended with code ${code}:\n${output.join('')}`);
  return output.join('');
}

/** Runs the CDK command line on this terminal, with its environment; throws unless it succeeded. */
export async function cdkOnTerminal(...args: string[]): Promise<void> {
  const [code] = await once(spawn(process.execPath, [commandLine, ...args], { cwd: repository, stdio: 'inherit' }), 'close');
  if (code !== 0) throw new Refusal(`cdk ${args.join(' ')} ended with code ${code}.`);
}
