/** A failed step of the workflow, with the reason. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
}

export type Step = <T>(part: string, number: number, checked: string, play: () => Promise<T>) => Promise<T>;

/** Plays numbered steps and prints a line for each that held: `ok <part> <number> <what was checked> (<n> ms)`. */
export function stepReporter(print: (line: string) => void): Step {
  return async (part, number, checked, play) => {
    const startedAt = performance.now();
    try {
      const result = await play();
      print(`ok ${part} ${number} ${checked} (${Math.round(performance.now() - startedAt)} ms)`);
      return result;
    } catch (error) {
      throw new StepFailure(`failed ${part} ${number} ${checked}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  };
}

/** Throws, with what was expected, unless the condition holds. */
export function check(condition: unknown, expected: string): asserts condition {
  if (!condition) throw new Error(`expected ${expected}`);
}
