export interface BatchLimits {
  readonly count: number;
  readonly bytes: number;
}

/** Cuts a list into batches within both limits, in order. An element larger than the limit gets a batch of its own. */
export function inBatches<T>(elements: readonly T[], limits: BatchLimits, bytesOf: (element: T) => number): T[][] {
  const batches: T[][] = [];
  let room = 0;
  for (const element of elements) {
    const size = bytesOf(element);
    const current = batches.at(-1);
    if (current && current.length < limits.count && size <= room) {
      current.push(element);
      room -= size;
    } else {
      batches.push([element]);
      room = limits.bytes - size;
    }
  }
  return batches;
}
