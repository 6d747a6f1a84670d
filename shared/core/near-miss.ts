import { closestMatch } from 'leven';
import * as z from 'zod';

/** Returns the known name that a name was likely meant to be: at most a third of its letters differ. */
export const nearMiss = (name: string, known: readonly string[]): string | undefined =>
  closestMatch(name, known, { maxDistance: Math.ceil(name.length / 3) });

/** A question for the end of an error about an unknown name; empty unless a known one is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearMiss(name, known);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

/** An object whose error about a name that it does not have asks whether a known one was meant. */
export const knownNamesOnly = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject(shape, {
    error: ({ code, keys = [] }) =>
      code === 'unrecognized_keys'
        ? (keys as readonly string[]).map((name) => `${name} is not known${didYouMean(name, Object.keys(shape))}`).join(', ')
        : undefined,
  });
