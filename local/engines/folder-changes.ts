import { watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface FolderChanges {
  /** Resolves when a file of the folder was written since the last call, at the latest after so many milliseconds, or when the signal is aborted. */
  next(maxMs: number, stopping: AbortSignal): Promise<void>;
  close(): void;
}

/** Watches the files of a folder. The operating system may leave out a change, so that a caller looks itself from time to time. */
export function folderChanges(folder: string): FolderChanges {
  let changed = Promise.withResolvers<void>();
  const watcher = watch(folder, { persistent: false }, () => changed.resolve());
  watcher.on('error', (error) => console.error(error));
  return {
    next: async (maxMs, stopping) => {
      const waiting = new AbortController();
      const signal = AbortSignal.any([stopping, waiting.signal]);
      await Promise.race([changed.promise, pause(maxMs, undefined, { signal }).catch(() => undefined)]);
      waiting.abort();
      changed = Promise.withResolvers();
    },
    close: () => watcher.close(),
  };
}
