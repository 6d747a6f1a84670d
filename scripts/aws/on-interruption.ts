/** Cleans up and ends the process if it is interrupted or terminated. Returns the function that stops listening. */
export function onInterruption(cleanUp: () => Promise<unknown>): () => void {
  const end = (signal: NodeJS.Signals) => cleanUp().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  };
}
