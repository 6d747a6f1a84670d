import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

export interface WrittenRegExp {
  /** The path of its file. */
  readonly file: string;
  /** The expression as written, with its flags. */
  readonly text: string;
}

/** Every regular expression that is written in the TypeScript files of these folders, as the parser of the language finds them. */
export const regularExpressionsIn = (...folders: readonly string[]): WrittenRegExp[] =>
  tokensIn(folders).flatMap(({ file, token }) =>
    token.type.label === 'regexp' ? [{ file, text: `/${token.value.pattern}/${token.value.flags}` }] : [],
  );

/** The files of these folders that make a regular expression while they run: what it repeats cannot be read from the source. */
export const filesThatMakeOne = (...folders: readonly string[]): string[] =>
  tokensIn(folders).flatMap(({ file, token }) => (token.type.label === 'name' && token.value === 'RegExp' ? [file] : []));

interface Token {
  readonly type: { readonly label: string };
  readonly value: string & { readonly pattern: string; readonly flags: string };
}

function tokensIn(folders: readonly string[]): { file: string; token: Token }[] {
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)));
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
    .flatMap((file) => {
      const { tokens } = parse(readFileSync(file, 'utf8'), { sourceType: 'module', plugins: ['typescript'], tokens: true });
      return (tokens as Token[]).map((token) => ({ file, token }));
    });
}

/** Returns true if a part of it may be repeated any number of times. */
export function repeatsWithoutBound(text: string): boolean {
  let found = false;
  visitRegExpAST(new RegExpParser().parseLiteral(text), {
    onQuantifierEnter: ({ max }) => {
      found ||= max === Number.POSITIVE_INFINITY;
    },
  });
  return found;
}
