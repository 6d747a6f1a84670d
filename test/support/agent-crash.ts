import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { AgentUnderTest } from './agent-under-test.ts';

export interface Crash {
  /** Before or after which of the agent's effects, counted from 0. */
  readonly at: number;
  readonly when: 'before' | 'after';
}

/**
 * Runs one cycle of the agent and kills it at one of its effects: a file that takes its place or goes, a request. From there on nothing the agent
 * does has any effect, as if its process were gone. Answers how many effects there were.
 */
export async function cycleWithCrash(agent: AgentUnderTest, crash: Crash): Promise<number> {
  const { state } = agent.plane;
  const { rename, rm } = fs;
  const { losesRequest, losesAnswer } = state;
  let effects = 0;
  let dead = false;
  /** Returns true if the effect happens. */
  const begin = (): boolean => {
    if (!dead && effects === crash.at && crash.when === 'before') dead = true;
    return !dead;
  };
  const end = (): boolean => {
    if (!dead && effects === crash.at) dead = true;
    effects += 1;
    return !dead;
  };
  const crashing =
    <A extends unknown[]>(path: (...args: A) => string, effect: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      const counts = !path(...args).endsWith('.tmp');
      if (counts ? !begin() : dead) throw new Error('crashed');
      await effect(...args);
      if (counts && !end()) throw new Error('crashed');
    };
  fs.rename = crashing((_: unknown, to: unknown) => String(to), rename as (...args: unknown[]) => Promise<void>) as typeof rename;
  fs.rm = crashing((file: unknown) => String(file), rm as (...args: unknown[]) => Promise<void>) as typeof rm;
  state.losesRequest = () => !begin();
  state.losesAnswer = () => !end();
  syncBuiltinESMExports();
  try {
    await agent.cycle().catch(() => undefined);
    return effects;
  } finally {
    Object.assign(fs, { rename, rm });
    syncBuiltinESMExports();
    Object.assign(state, { losesRequest, losesAnswer });
  }
}
