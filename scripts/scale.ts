/**
 * Prints what a deployment carries, and which limit comes first: `npm run scale`. With `-- --write` the figures replace those of docs/scale.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { withGeneratedPart } from './generated-part.ts';
import { scaleReport } from './scale/scale-report.ts';

const { write } = new Command('npm run scale --')
  .description('Prints what a deployment carries, and which limit comes first.')
  .option('--write', 'replace the figures of docs/scale.md instead')
  .allowExcessArguments(false)
  .parse()
  .opts<{ write?: true }>();

const document = 'docs/scale.md';

const report = scaleReport();
if (write) {
  const text = await readFile(document, 'utf8');
  await writeFile(document, withGeneratedPart(text, 'npm run scale', `\n${report}\n`));
} else console.log(report);
