import { isDeepStrictEqual } from 'node:util';

type Attributes = Readonly<Record<string, unknown>>;

/** The names among `candidates` whose values differ, in that order. */
export const changedAttributes = (before: Attributes, after: Attributes, candidates: readonly string[]): string[] =>
  candidates.filter((name) => !isDeepStrictEqual(before[name], after[name]));
