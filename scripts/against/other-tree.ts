import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Tree {
  readonly root: string;
  remove(): Promise<void>;
}

/** Checks a commit out into a temporary folder, with its dependencies; a folder with a checked out tree is used as it is. */
export async function otherTree(commitOrFolder: string): Promise<Tree> {
  if (existsSync(join(commitOrFolder, 'package.json'))) return { root: resolve(commitOrFolder), remove: async () => undefined };
  const root = await mkdtemp(join(tmpdir(), 'compass-other-'));
  const remove = async (): Promise<void> => {
    await rm(root, { recursive: true, force: true });
    run('git', ['worktree', 'prune']);
  };
  try {
    run('git', ['worktree', 'add', '--detach', '--force', root, commitOrFolder]);
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], root);
  } catch (error) {
    await remove();
    throw error;
  }
  return { root, remove };
}

function run(command: string, args: readonly string[], cwd = process.cwd()): void {
  execFileSync(command, [...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
