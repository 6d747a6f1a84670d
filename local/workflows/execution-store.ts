import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readFileIfPresent, writePrivateJson } from '../private-file.ts';

const execution = z.object({
  machine: z.string(),
  name: z.string(),
  /** The input as text, as Step Functions keeps it: a repeated start has the same one. */
  input: z.string(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  output: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
  startedAt: z.string(),
  stoppedAt: z.string().optional(),
});

export type Execution = z.infer<typeof execution>;

/** Executions of state machines, each a file. */
export function executionStore(folder: string) {
  const pathOf = (machine: string, name: string): string => join(folder, machine, `${name}.json`);
  return {
    find: async (machine: string, name: string): Promise<Execution | undefined> => {
      const text = await readFileIfPresent(pathOf(machine, name));
      return text === undefined ? undefined : execution.parse(JSON.parse(text));
    },
    save: async (state: Execution): Promise<void> => {
      await mkdir(join(folder, state.machine), { recursive: true, mode: 0o700 });
      await writePrivateJson(pathOf(state.machine, state.name), state);
    },
    /** The interrupted executions of one state machine. */
    listRunning: async (machine: string): Promise<Execution[]> => {
      await mkdir(join(folder, machine), { recursive: true, mode: 0o700 });
      const files = (await readdir(join(folder, machine))).filter((file) => file.endsWith('.json'));
      const all = await Promise.all(
        files.map(async (file) => execution.parse(JSON.parse((await readFileIfPresent(join(folder, machine, file))) ?? ''))),
      );
      return all.filter(({ status }) => status === 'RUNNING');
    },
  };
}

export type ExecutionStore = ReturnType<typeof executionStore>;
