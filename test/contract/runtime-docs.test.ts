import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { stackStatuses } from '#shared/aws/cloudformation/stack-statuses.ts';
import { cloudFormationParameters } from '#shared/provisioning/drivers/cloudformation-parameters.ts';
import { pollSecondsChoices, runtimeOutputs } from '#shared/provisioning/runtime-template-contract.ts';
import { apiSchemas } from '#test/support/api-schemas.ts';

const textOf = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const page = textOf('docs/runtimes.md');
const schemas = new Map([
  ['director', apiSchemas.director],
  ['provisioner', apiSchemas.provisioner],
]);

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

  it('asks only for what the schemas have', () => {
    const requests = [...page.matchAll(/^```graphql ?(\w*)\n([\s\S]+?)^```/gm)];
    expect(requests.length).toBeGreaterThan(8);
    for (const [, api = '', request = ''] of requests) {
      const schema = schemas.get(api);
      if (!schema) throw new Error(`a request names no API: ${request}`);
      expect(validate(schema, parse(request)).map(({ message }) => message)).toEqual([]);
    }
  });

  it('reads only outputs that the stack of a Runtime has', () => {
    const read = [...page.matchAll(/\$\(output (\w+)\)/g)].map(([, name = '']) => name);
    expect(read.length).toBeGreaterThan(3);
    expect(read.filter((name) => !(name in runtimeOutputs))).toEqual([]);
  });

  it('deploys the example of an extension with each parameter of its template that has no default', () => {
    const { Parameters } = parseYaml(textOf('examples/runtime-extension/template.yaml'), { logLevel: 'silent' }) as {
      Parameters: Record<string, { Default?: string }>;
    };
    const needed = Object.entries(Parameters).flatMap(([name, { Default }]) => (Default === undefined ? [name] : []));
    expect(needed.filter((name) => !page.includes(`${name}="$(output ${name})"`))).toEqual([]);
  });
});
