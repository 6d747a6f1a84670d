/** The line that a scheduled function logs at the end of each successful run. An alarm counts it. */
export const runDone = 'scheduled run done';
