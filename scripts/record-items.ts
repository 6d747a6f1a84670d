/**
 * Records which items the integration tests leave in their tables, for the release that is named: `npm run record:items -- 0.3.0`. A few
 * items that together have every attribute go to test/contract/released-items; every later version must read them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coveringItems } from '#test/support/released-items/covering-items.ts';

const [release] = process.argv.slice(2);
if (!release || !/^\d+\.\d+\.\d+$/.test(release)) {
  console.error('Name the release, as in: npm run record:items -- 0.3.0');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'compass-items-'));
try {
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
} finally {
  rmSync(folder, { recursive: true, force: true });
}
