/**
 * Prints what a deployment carries, and which limit comes first: `npm run scale`. With `-- --write` the figures replace those of docs/scale.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { scaleReport } from './scale/scale-report.ts';

const { write } = new Command('npm run scale --')
  .description('Prints what a deployment carries, and which limit comes first.')
  .option('--write', 'replace the figures of docs/scale.md instead')
  .allowExcessArguments(false)
  .parse()
  .opts<{ write?: true }>();

const document = 'docs/scale.md';
const [begin, end] = ['<!-- npm run scale -->', '<!-- end -->'];

const report = scaleReport();
if (write) {
  const text = await readFile(document, 'utf8');
  const from = text.indexOf(begin) + begin.length;
  await writeFile(document, `${text.slice(0, from)}\n\n${report}\n\n${text.slice(text.indexOf(end))}`);
} else console.log(report);
