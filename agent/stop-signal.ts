const stop = new AbortController();

/** Aborts on SIGTERM or SIGINT. Imported first, because the first process of a container ignores SIGTERM until it listens for it. */
export const stopSignal: AbortSignal = stop.signal;

for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort());
