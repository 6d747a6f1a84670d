import { spawnSync } from 'node:child_process';
import { it } from 'vitest';

export const opensslInstalled = spawnSync('openssl', ['version']).status === 0;

if (!opensslInstalled) console.warn('openssl is not installed: the tests that use it as an outside client are skipped.');

/** A test that runs where openssl is installed. */
export const itWithOpenssl = it.skipIf(!opensslInstalled);

export interface OpensslResult {
  readonly status: number | null;
  /** Standard output and error. */
  readonly text: string;
}

export const openssl = (folder: string, ...given: string[]): OpensslResult => opensslWith('', folder, ...given);

/** Runs openssl with `input` as its standard input. */
export function opensslWith(input: string, folder: string, ...given: string[]): OpensslResult {
  const { status, stdout, stderr } = spawnSync('openssl', given, { cwd: folder, input, timeout: 20_000 });
  return { status, text: `${stdout}${stderr}` };
}
