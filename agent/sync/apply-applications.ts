import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuntimeView } from '../control-plane/runtime-view.ts';
import { privateFolder, readIfPresent, remove, writePrivate } from '../state/private-files.ts';
import { applicationFileNames } from './application-file-name.ts';
import { applicationsFile, appliedFile, appliedNote, writtenOf } from './applied-view.ts';

interface ApplicationChange {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly file: string;
}

export type ApplyApplications = (view: RuntimeView) => Promise<ApplicationChange[]>;

/**
 * Brings `applications.json` and `applications/` to the given view, and notes its revision last, so that what was applied in part is applied again.
 * Files that hold the right content already are not touched, so that applying again what was applied changes nothing, and whoever watches
 * them sees true changes only.
 */
export function applyToFiles(stateFolder: string): ApplyApplications {
  const folder = join(stateFolder, 'applications');
  return async ({ revision, ...fetched }) => {
    await privateFolder(folder);
    const view = await withWhatStays(fetched, stateFolder);
    const names = applicationFileNames([...view.applications, ...withoutContent(view)]);
    const changes: ApplicationChange[] = [];
    for (const application of view.applications) {
      const file = names.get(application.id) ?? '';
      const kind = await writeIfDifferent(join(folder, file), contentOf(application));
      if (kind !== undefined) changes.push({ kind, file });
    }
    const all = contentOf(view);
    await writeIfDifferent(applicationsFile(stateFolder), all);
    changes.push(...(await removeOthers(folder, new Set(names.values()))));
    if (revision === undefined) await remove(appliedFile(stateFolder));
    else await writeIfDifferent(appliedFile(stateFolder), contentOf(appliedNote(revision, all)));
    return changes;
  };
}

/** The view with what was applied before of the Applications that are withheld now. */
async function withWhatStays(view: RuntimeView, stateFolder: string): Promise<RuntimeView> {
  const missing = new Set(withoutContent(view).map(({ id }) => id));
  if (missing.size === 0) return view;
  return { ...view, applications: [...view.applications, ...(await writtenOf(stateFolder, view.runtimeId, missing))] };
}

/** Those that are withheld and of which nothing is known; their files stay, too, whatever is in them. */
function withoutContent({ applications, withheld = [] }: RuntimeView) {
  const known = new Set(applications.map(({ id }) => id));
  return withheld.filter(({ id }) => !known.has(id));
}

/** Removes only what this agent writes: never the temporary file of a write, never what somebody else put there. */
async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<ApplicationChange[]> {
  const others = (await readdir(folder)).filter((file) => file.endsWith('.json') && !kept.has(file));
  for (const file of others) await remove(join(folder, file));
  return others.map((file) => ({ kind: 'removed', file }));
}

const contentOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function writeIfDifferent(file: string, content: string): Promise<'added' | 'changed' | undefined> {
  const before = await readIfPresent(file);
  if (before === content) return undefined;
  await writePrivate(file, content);
  return before === undefined ? 'added' : 'changed';
}
