import { setTimeout as pause } from 'node:timers/promises';
import { seconds } from '#shared/core/clock.ts';
import type { Random } from './random.ts';
import type { SupervisedSystem } from './supervised-system.ts';

const actions = ['kill', 'stall'] as const;
const victims = ['the runner', 'the engine', 'an Agent'] as const;

/** Kills and stalls runner, engine and Agents of Runtimes, one after the other, until `until`; returns the number of each fault. */
export async function causeFaults(system: SupervisedSystem, random: Random, until: number, say: (line: string) => void) {
  const counts: Record<string, number> = {};
  while (Date.now() < until) {
    await pause(seconds(random.between(2, 9)));
    const [action, victim, stall] = [random.pick(actions), random.pick(victims), seconds(random.between(1, 7))];
    await system.ready();
    const pid = await processIds[victim](system, random);
    if (pid === undefined) continue;
    const kind = `${action} ${victim}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (action === 'kill') {
      say(kind);
      send(pid, 'SIGKILL');
    } else {
      say(`${kind} for ${stall / 1000} s`);
      send(pid, 'SIGSTOP');
      await pause(stall);
      send(pid, 'SIGCONT');
    }
  }
  return counts;
}

const processIds: Readonly<Record<(typeof victims)[number], (system: SupervisedSystem, random: Random) => Promise<number | undefined>>> = {
  'the runner': async (system) => system.runner().pid,
  'the engine': (system) => system.engine(),
  'an Agent': async (system, random) => {
    const [first, ...others] = await system.agents();
    return first && random.pick([first, ...others]);
  },
};

/** It may have ended meanwhile. */
function send(pid: number, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
}
