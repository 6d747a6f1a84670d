import { setTimeout as pause } from 'node:timers/promises';
import { seconds } from '#shared/core/clock.ts';
import type { Random } from './random.ts';
import type { SupervisedSystem } from './supervised-system.ts';

const kinds = ['kill the runner', 'kill the engine', 'stall the runner', 'stall the engine'] as const;

/** Kills and stalls runner and engine, one after the other, until `until`; returns the number of each fault. */
export async function causeFaults(system: SupervisedSystem, random: Random, until: number, say: (line: string) => void) {
  const counts: Record<string, number> = {};
  while (Date.now() < until) {
    await pause(seconds(random.between(2, 9)));
    const [kind, stall] = [random.pick(kinds), seconds(random.between(1, 7))];
    await system.ready();
    const pid = kind.endsWith('engine') ? await system.engine() : system.runner().pid;
    if (pid === undefined) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind.startsWith('kill')) {
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

/** It may have ended meanwhile. */
function send(pid: number, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
}
