/**
 * Asks the registry for known vulnerabilities of the packages that are deployed: `npm run audit`. Fails if there are any. If the registry does not
 * answer, it prints a warning and does not fail.
 */
import { execFile } from 'node:child_process';
import { Command } from 'commander';
import { verdictOf } from './audit/verdict.ts';

new Command('npm run audit --')
  .description(
    'Asks the registry for known vulnerabilities of the packages that are deployed. Fails if there are any; warns if it does not answer.',
  )
  .allowExcessArguments(false)
  .parse();

const limit = { timeout: 60_000, maxBuffer: 64 * 1024 * 1024 };

// Its exit code is 1 in both cases; only the report distinguishes them.
execFile('npm', ['audit', '--omit=dev', '--json'], limit, (_, output) => {
  const { outcome, message } = verdictOf(output);
  console.log(`audit: ${message}`);
  process.exitCode = outcome === 'vulnerable' ? 1 : 0;
});
