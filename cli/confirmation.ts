import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { CliError } from './cli-error.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Lets a person type the name of what is to be deleted. Where there is no terminal to ask at, `--yes` has to be given. Throws a CliError unless the name
 * was typed.
 */
export async function confirmDeletion(
  what: string,
  name: string,
  { yes }: { readonly yes?: boolean },
  surroundings: Surroundings,
): Promise<void> {
  if (yes) return;
  const { stdin, stderr } = surroundings;
  if (!stdin.isTTY || !stderr.isTTY)
    throw new CliError('usage', `The ${what} ${name} is deleted only with --yes, since there is no terminal to ask at.`);
  stderr.write(`This deletes the ${what} ${name} for good. Type its name to go on: `);
  const lines = createInterface({ input: Readable.from(stdin, { objectMode: false }), terminal: false });
  try {
    for await (const line of lines) {
      if (line.trim() === name) return;
      break;
    }
  } finally {
    lines.close();
  }
  throw new CliError('usage', 'Nothing was deleted: that is not the name.');
}
