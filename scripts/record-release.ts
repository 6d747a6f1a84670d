/**
 * Records a release for the tests of every later version: `npm run record:release -- 0.3.0`. The items that the integration tests leave in their
 * tables go to test/contract/released-items, a few that together have every attribute. The cloud assembly goes to test/releases, in place of that of
 * the release before.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { coveringItems } from '#test/support/released-items/covering-items.ts';
import { assemblyFor } from './emulator/synthesize.ts';
import { packAssembly } from './releases/assembly-archive.ts';
import { archiveOf, previousRelease } from './releases/previous-release.ts';

const [release = ''] = new Command('npm run record:release --')
  .description('Records the items and the cloud assembly of a release for the tests of every later version.')
  .argument('<release>', 'such as 0.3.0', (given: string) => {
    if (!/^\d+\.\d+\.\d+$/.test(given)) throw new InvalidArgumentError('Name the release as in 0.3.0.');
    return given;
  })
  .allowExcessArguments(false)
  .parse().processedArgs as string[];

function recordItems(release: string, folder: string): void {
  const file = join(folder, 'items.jsonl');
  console.log('Running the integration tests; this takes minutes.');
  const tests = spawnSync('npx', ['vitest', 'run', '--project', 'integration'], {
    stdio: 'inherit',
    env: { ...process.env, COMPASS_RECORD_ITEMS: file },
  });
  if (tests.status !== 0) throw new Error('The tests failed: nothing was recorded.');
  const items = coveringItems(
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
  const recorded = join(import.meta.dirname, '../test/contract/released-items', `${release}.json`);
  writeFileSync(recorded, `${JSON.stringify(items, null, 2)}\n`);
  console.log(`${items.length} items recorded in ${recorded}`);
}

async function recordAssembly(release: string, folder: string): Promise<void> {
  console.log('Synthesizing and compressing; this takes a minute.');
  const archive = await packAssembly(await assemblyFor(undefined, folder));
  rmSync(previousRelease().file);
  writeFileSync(archiveOf(release), archive);
  console.log(`${archive.length} bytes recorded in ${archiveOf(release)}`);
}

const folder = mkdtempSync(join(tmpdir(), 'compass-release-'));
try {
  recordItems(release, folder);
  await recordAssembly(release, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
