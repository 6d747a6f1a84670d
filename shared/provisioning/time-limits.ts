/** Time limits of a workflow's waits, in seconds. An operation may ask for other values within the bounds. */
export const timeLimits = {
  /** Wait for the driver's infrastructure to be ready, or removed. */
  infrastructure: { default: 3600, max: 4 * 3600 },
  /** Wait for the Runtime Agent to connect. */
  agent: { default: 900, max: 3600 },
  /** Wait for the removal of what a failed provisioning had built. */
  undo: 900,
  /**
   * Maximum duration of a workflow: 4 h infrastructure, 1 h agent, 15 min undo, and 45 min for the tasks with their retries. Also the lease of the lock on the
   * Runtime, because no workflow lives longer.
   */
  workflow: 6 * 3600,
} as const;
