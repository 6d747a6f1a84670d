import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { refusals } from '#cli/client/advice.ts';
import { compassProgram } from '#cli/compass.ts';
import { exitCodes } from '#cli/exit-code.ts';
import { errorCatalogue } from '#shared/core/error-catalogue.ts';
import { runCompass } from '#test/support/command-line.ts';

const here = { folder: '/nowhere' };
const nothing = { write: () => undefined };

const program = compassProgram({
  environment: {},
  folder: '/nowhere',
  home: '/nowhere',
  stdout: nothing,
  stderr: nothing,
  stdin: (async function* () {})(),
  now: () => new Date(),
  pause: async () => undefined,
  openPage: () => undefined,
  signal: new AbortController().signal,
});

/** The words of every command that does something. */
const commands = (command: Command, words: readonly string[] = []): string[][] =>
  command.commands.length === 0 ? [[...words]] : command.commands.flatMap((one) => commands(one, [...words, one.name()]));

describe('the help', () => {
  it.each(commands(program).map((words) => [words.join(' '), words] as const))(
    'of compass %s has an example of it',
    async (name, words) => {
      const { code, stdout } = await runCompass([...words, '--help'], here);
      expect(code).toBe(0);
      expect(stdout).toContain('Example:');
      expect(stdout.slice(stdout.indexOf('Example:'))).toContain(`compass ${name}`);
    },
  );

  it('lists every exit code', async () => {
    const { stdout } = await runCompass(['--help'], here);
    for (const code of Object.values(exitCodes)) expect(stdout).toMatch(new RegExp(`^  ${code}  `, 'm'));
  });
});

describe('a mistyped', () => {
  it('command is answered with the one that was likely meant', async () => {
    expect(await runCompass(['app', 'lst'], here)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Did you mean list?'),
    });
  });

  it('option is answered with the one that was likely meant', async () => {
    expect(await runCompass(['app', 'list', '--formaton', 'x'], here)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean --formation?'),
    });
  });

  it('format is answered with those there are', async () => {
    expect(await runCompass(['app', 'list', '--output', 'xml'], here)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Allowed choices are table, json, yaml'),
    });
  });
});

describe('the advice on refusals', () => {
  it('is for codes of the catalogue only', () => {
    expect(Object.keys(refusals).filter((code) => !(code in errorCatalogue))).toEqual([]);
  });
});
