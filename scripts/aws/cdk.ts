// biome-ignore-all lint/style/noProcessEnv: the CDK command line is configured by its environment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Refusal } from '#local/refusal.ts';
import { repository, runNode } from './node-process.ts';

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
  const env = { PATH: process.env.PATH, HOME: home, CI: 'true', ...environment };
  const { code, output } = await runNode([commandLine, ...args], env);
  if (code !== 0) throw new Error(`cdk ${args.join(' ')} ended with code ${code}:\n${output}`);
  return output;
}

/** Runs the CDK command line on this terminal, with its environment; throws unless it succeeded. */
export async function cdkOnTerminal(...args: string[]): Promise<void> {
  const [code] = await once(spawn(process.execPath, [commandLine, ...args], { cwd: repository, stdio: 'inherit' }), 'close');
  if (code !== 0) throw new Refusal(`cdk ${args.join(' ')} ended with code ${code}.`);
}
