import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application } from './application.ts';
import { applicationFileNames } from './application-file-name.ts';
import { privateFolder, readIfPresent, remove, writePrivate } from './private-files.ts';

export interface ApplicationChange {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly file: string;
}

export interface RuntimeView {
  readonly runtimeId: string;
  /** All of the Runtime's Applications: a file whose Application is not among them is removed. */
  readonly applications: readonly Application[];
}

export type ApplyApplications = (view: RuntimeView) => Promise<ApplicationChange[]>;

/**
 * Brings `applications.json` and `applications/` to the given view. Files that hold the right content already are not touched, so that
 * applying again what was applied changes nothing, and whoever watches them sees true changes only.
 */
export function applyToFiles(stateFolder: string): ApplyApplications {
  const folder = join(stateFolder, 'applications');
  return async (view) => {
    await privateFolder(folder);
    const names = applicationFileNames(view.applications);
    const changes: ApplicationChange[] = [];
    for (const application of view.applications) {
      const file = names.get(application.id) ?? '';
      const kind = await writeIfDifferent(join(folder, file), application);
      if (kind !== undefined) changes.push({ kind, file });
    }
    await writeIfDifferent(join(stateFolder, 'applications.json'), view);
    const kept = new Set(names.values());
    for (const file of await readdir(folder)) {
      // Only what this function writes: never the temporary file of a write, never what somebody else put there.
      if (kept.has(file) || !file.endsWith('.json')) continue;
      await remove(join(folder, file));
      changes.push({ kind: 'removed', file });
    }
    return changes;
  };
}

async function writeIfDifferent(file: string, value: unknown): Promise<'added' | 'changed' | undefined> {
  const content = `${JSON.stringify(value, null, 2)}\n`;
  const before = await readIfPresent(file);
  if (before === content) return undefined;
  await writePrivate(file, content);
  return before === undefined ? 'added' : 'changed';
}
