import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runCompass } from '#test/support/command-line.ts';

const completed = async (...words: string[]): Promise<string[]> => {
  const { stdout: script } = await runCompass(['completion', 'bash'], { folder: '/nowhere' });
  const line = ['compass', ...words].map((word) => `'${word}'`).join(' ');
  const shell = `${script}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _compass; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await promisify(execFile)('bash', ['-c', shell]);
  return stdout.trim().split('\n');
};

describe('the completion of bash', () => {
  it('names commands, those below them, and options', async () => {
    expect(await completed('app')).toEqual(['app']);
    expect(await completed('app', '')).toEqual(expect.arrayContaining(['list', 'get', 'create', 'delete', 'label']));
    expect(await completed('app', 'list', '--fo')).toEqual(['--formation']);
    expect(await completed('--output', 'json', 'formation', 'as')).toEqual(['assign']);
  });
});

describe('doctor', () => {
  it('explains the code of a refusal, and names the likely one for a mistyped', async () => {
    expect(await runCompass(['doctor', 'TokenInvalid'], { folder: '/nowhere' })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('compass token create'),
    });
    expect(await runCompass(['doctor', 'TokenInvald'], { folder: '/nowhere' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean TokenInvalid?'),
    });
  });
});
