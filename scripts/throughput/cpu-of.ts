import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of CPU that a process and those it started have used so far, all threads. Linux only. */
export function cpuOf(pid: number): number {
  return [pid, ...descendantsOf(pid)].reduce((sum, one) => sum + ownCpuOf(one), 0);
}

/** The first field of `schedstat` counts the nanoseconds on a CPU. */
const ownCpuOf = (pid: number): number =>
  threadsOf(pid).reduce((sum, thread) => sum + Number(textOf(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]) / 1e6, 0);

function descendantsOf(pid: number): number[] {
  const children = threadsOf(pid)
    .flatMap((thread) => textOf(`/proc/${pid}/task/${thread}/children`).split(' '))
    .filter((one) => one !== '')
    .map(Number);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Bytes of memory that a process holds, without those it started. */
export const memoryOf = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;

const threadsOf = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
};

/** A thread can end before it is read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
