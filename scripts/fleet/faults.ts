import { setTimeout as pause } from 'node:timers/promises';
import type { SupervisedSystem } from '../soak/supervised-system.ts';
import type { AgentProcesses } from './agent-processes.ts';
import { type FaultKind, faultKinds } from './messages.ts';

export const troubles = [...faultKinds, 'a killed system', 'a stalled system'] as const;
type Trouble = (typeof troubles)[number];

interface Scene {
  readonly system: SupervisedSystem;
  readonly processes: AgentProcesses;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Faults that meet all requests; others meet most. */
const complete: readonly FaultKind[] = ['429 with seconds', '429 with a date', '503 with a date'];
const mostRequests = 0.7;

/** Makes the trouble and waits for its end. */
export async function trouble(kind: Trouble, { system, processes, until }: Scene): Promise<void> {
  if (kind === 'a killed system') {
    system.runner().kill('SIGKILL');
    await pause(until - Date.now());
    return await system.ready();
  }
  if (kind === 'a stalled system') {
    const runner = system.runner();
    runner.kill('SIGSTOP');
    await pause(until - Date.now());
    runner.kill('SIGCONT');
    return;
  }
  processes.meet({ kind, share: complete.includes(kind) ? 1 : mostRequests, until });
  await pause(until - Date.now());
}
