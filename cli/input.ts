import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { CliError, messageOf } from './cli-error.ts';
import type { JsonValue } from './operations/operation.ts';
import type { Surroundings } from './surroundings.ts';

/** The whole text of the standard input. */
export async function textIn(stdin: Surroundings['stdin']): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** The text of a file, or of the standard input for `-`. */
export async function textOf(file: string, { stdin, folder }: Pick<Surroundings, 'stdin' | 'folder'>): Promise<string> {
  if (file === '-') return await textIn(stdin);
  try {
    return await readFile(resolve(folder, file), 'utf8');
  } catch (cause) {
    throw new CliError('usage', `${file} cannot be read: ${messageOf(cause)}`, { cause });
  }
}

/** Reads text as JSON where it is JSON, and as itself where it is not. */
export function jsonOrText(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Parser of an option that is a JSON object. */
export function jsonObject(text: string): Readonly<Record<string, JsonValue>> {
  const value = jsonOrText(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, JsonValue>>;
  throw new InvalidArgumentError('It must be a JSON object.');
}

/** Parser of an option that may be repeated. */
export const collected = (text: string, before: readonly string[] = []): string[] => [...before, text];

export function positiveInteger(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number above zero.');
  return number;
}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Returns true for the id of an object, false for its name. */
export const isId = (text: string): boolean => id.test(text);
