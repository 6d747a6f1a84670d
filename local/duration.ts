import { Refusal } from './refusal.ts';

const secondsPerUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Reads `90s`, `15m`, `2h` or `7d` as seconds. */
export function durationInSeconds(text: string): number {
  const [, count = '', unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (secondsPerUnit[unit] ?? 0);
  if (seconds < 1 || !Number.isSafeInteger(seconds))
    throw new Refusal(`"${text}" is not a duration: write for example 90s, 15m, 2h or 7d.`);
  return seconds;
}
