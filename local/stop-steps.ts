export interface StopSteps {
  /** Remembers how to undo what was just started. */
  add(step: () => Promise<void> | void): void;
  /** Undoes every step, the latest first; a failure is reported and does not stop the others. Later calls wait for the first. */
  run(): Promise<void>;
}

export function stopSteps(): StopSteps {
  const steps: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    for (const step of steps.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(error);
      }
    }
  };
  return {
    add: (step) => {
      steps.push(step);
    },
    run: () => {
      running ??= run();
      return running;
    },
  };
}
