import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stackStatuses } from '#shared/aws/cloudformation/stack-statuses.ts';
import { cloudFormationParameters } from '#shared/provisioning/drivers/cloudformation-parameters.ts';
import { pollSecondsChoices } from '#shared/provisioning/runtime-template-contract.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/runtimes.md'), 'utf8');

/** The rows of the table under a header cell, each by its cells. */
function rowsUnder(header: string): string[][] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) => line.slice(2, -2).split(' | '));
}

const named = (name: string): string => `\`${name}\``;

describe('the page about Runtimes', () => {
  it('gives every status of a stack the outcomes that the driver has', () => {
    const expected = Object.entries(stackStatuses).map(([status, { built, upgraded, removed }]) => [
      named(status),
      built,
      upgraded,
      removed,
    ]);
    expect(rowsUnder('Status')).toEqual(expected);
  });

  it('names the parameters that the driver takes', () => {
    expect(rowsUnder('Parameter').map(([name]) => name)).toEqual(Object.keys(cloudFormationParameters.shape).map(named));
    const [last] = pollSecondsChoices.slice(-1);
    expect(page).toContain(`${pollSecondsChoices.slice(0, -1).join(', ')} or ${last}`);
  });
});
