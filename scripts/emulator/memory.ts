import { readdirSync, readFileSync } from 'node:fs';

const megabyte = 1024;
const interval = 1000;

/** Watches how much memory a process and its descendants use together; what several share counts once. Zero where there is no /proc. */
export function watchMemory(root: number): { peakMegabytes: () => number; stop: () => void } {
  let peak = 0;
  const look = () => {
    const kilobytes = descendantsOf(root).map(proportionalSize);
    peak = Math.max(
      peak,
      kilobytes.reduce((sum, size) => sum + size, 0),
    );
  };
  const timer = setInterval(look, interval).unref();
  return { peakMegabytes: () => Math.round(peak / megabyte), stop: () => clearInterval(timer) };
}

function descendantsOf(root: number): number[] {
  const parents = new Map(processes().map((id) => [id, parentOf(id)]));
  const isBelow = (id: number | undefined): boolean => id !== undefined && id > 1 && (id === root || isBelow(parents.get(id)));
  return [...parents.keys()].filter(isBelow);
}

const processes = (): number[] => {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
};

const field = (file: string, pattern: RegExp): number | undefined => {
  try {
    return Number(pattern.exec(readFileSync(file, 'utf8'))?.[1]);
  } catch {
    // It has ended.
    return undefined;
  }
};

const parentOf = (id: number) => field(`/proc/${id}/status`, /^PPid:\s+(\d+)/m);
const proportionalSize = (id: number): number => field(`/proc/${id}/smaps_rollup`, /^Pss:\s+(\d+) kB/m) || 0;
