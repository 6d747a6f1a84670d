import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '#local/refusal.ts';
import { seconds } from '#shared/core/clock.ts';

/** Reads the value of a flag that counts. */
export function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Refusal(`"${text}" is not a number above 0.`);
  return value;
}

const startedAt = Date.now();

/** Prints a line with the seconds since the start. */
export const say = (line: string): void => console.log(`${String(Math.round((Date.now() - startedAt) / 1000)).padStart(5)} s  ${line}`);

/** Repeats the checks until there is no difference, or for `maxMs`. Returns the differences that are left. */
export async function settled(check: () => Promise<string[]>, maxMs: number): Promise<string[]> {
  for (const until = Date.now() + maxMs; ; await pause(seconds(5))) {
    const found = await check();
    if (found.length === 0 || Date.now() > until) return found;
    say(`${found.length} differences so far, such as: ${found[0]?.slice(0, 200)}`);
  }
}
