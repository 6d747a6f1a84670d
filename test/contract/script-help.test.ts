import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

/** The npm scripts that are one program of ours each. Those of several programs, such as `schemas`, take no options. */
const programs = Object.entries(packageJson.scripts).flatMap(([name, command]) => {
  const file = /^node --import \.\/scripts\/check-node\.mjs (scripts\/[\w-]+\.ts)$/.exec(command)?.[1];
  return file === undefined ? [] : [{ name, file }];
});

describe.each(programs)('npm run $name', ({ name, file }) => {
  it('reads its options with a library that refuses unknown ones and prints a help under its own name', () => {
    expect(readFileSync(file, 'utf8')).toContain(`new Command('npm run ${name} --')`);
  });
});

it('the programs are found', () => {
  expect(programs.length).toBeGreaterThan(20);
});
