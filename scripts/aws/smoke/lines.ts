/** Plays parts of the smoke test and prints a line for each, with its time. */
export interface Lines {
  readonly play: <T>(title: string, part: () => Promise<T>) => Promise<T>;
  readonly leftOut: (title: string, reason: string) => void;
}

/** A part that failed; its line is printed. */
export class FailedPart extends Error {
  override readonly name = 'FailedPart';
}

export function linesTo(print: (line: string) => void): Lines {
  return {
    play: async (title, part) => {
      const startedAt = performance.now();
      const time = () => `(${Math.round(performance.now() - startedAt)} ms)`;
      try {
        const result = await part();
        print(`ok    ${title} ${time()}`);
        return result;
      } catch (error) {
        print(`FAIL  ${title} ${time()}\n      ${error instanceof Error ? error.message : error}`);
        throw new FailedPart(title, { cause: error });
      }
    },
    leftOut: (title, reason) => print(`-     ${title}: not played, ${reason}`),
  };
}
