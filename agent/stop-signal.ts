const stop = new AbortController();

/**
 * Aborts when the process is to end. Imported before everything else: as the first process of a container a program ignores SIGTERM until it
 * listens for it.
 */
export const stopSignal: AbortSignal = stop.signal;

for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort());
