/**
 * Mutates the modules that hold promises of security, and fails if the tests detect less than 90 % of the mutants of a group: `npm run
 * test:mutation`. Arguments name groups to run alone: `npm run test:mutation -- quotas`. A mutant whose code and tests are the same as in the run
 * before is not run again.
 */
import { spawnSync } from 'node:child_process';
import { Argument, Command } from 'commander';
import { type MutationGroup, mutationGroups } from './mutation/groups.ts';

const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';

/** Runs the group and prints the surviving mutants. Returns true if the score is high enough. */
function passes(name: string, { mutate, tests }: MutationGroup): boolean {
  console.log(`\n${name}`);
  const options = ['--mutate', mutate.join(), '--testFiles', tests.join(), '--incrementalFile', `.mutation/${name}.json`];
  return spawnSync(process.execPath, [stryker, 'run', ...options], { stdio: 'inherit' }).status === 0;
}

const wanted = new Command('npm run test:mutation --')
  .description('Mutates the modules that hold promises of security, and fails if the tests detect too few of the mutants of a group.')
  .addArgument(new Argument('[groups...]', 'the groups to run; all without one').choices(Object.keys(mutationGroups)))
  .parse().args;

const failed = Object.entries(mutationGroups)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .filter(([name, group]) => !passes(name, group))
  .map(([name]) => name);
if (failed.length > 0) console.log(`too few mutants were found, or the tests fail without one: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
