import { Refusal } from './refusal.ts';

/** Ends the process with code 1: a refusal is one line, a defect keeps its stack. */
export function sayAndExit(error: unknown): never {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
