/** Builds the console into console/dist, and fails if its first view is larger than it may be. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { build } from 'vite';
import { digestOfSources, recordSources } from '#local/console/console-sources.ts';
import { firstViewBytes, maxFirstViewBytes } from './console/first-view.ts';

const { out } = new Command('npm run build:console --')
  .description('Builds the console, and fails if its first view is larger than it may be.')
  .option('--out <folder>', 'where the files go', 'console/dist')
  .allowExcessArguments(false)
  .parse()
  .opts<{ out: string }>();

// React is larger and slower while it is developed with, as a test runner has it.
process.env.NODE_ENV = 'production';
const folder = resolve(out);
const sources = await digestOfSources(resolve('console'));
await build({ configFile: 'console/vite.config.ts', logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
// So that a system on this machine sees whether it has to build anew.
await recordSources(folder, sources);
const bytes = await firstViewBytes(folder);
console.log(`${out}: the first view has ${kilobytes(bytes)} of ${kilobytes(maxFirstViewBytes)} (gzip)`);
if (bytes > maxFirstViewBytes) {
  console.error('Load what is not needed at once by a lazy page (console/shell/pages.tsx).');
  process.exitCode = 1;
}

function kilobytes(count: number): string {
  return `${(count / 1024).toFixed(1)} KB`;
}
