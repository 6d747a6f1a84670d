import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../agent-error.ts';
import type { RuntimeView } from '../control-plane/runtime-view.ts';
import { privateFolder, readIfPresent, remove, writePrivate } from '../state/private-files.ts';
import { applicationFileNames } from './application-file-name.ts';
import { applicationsFile, appliedFile, appliedNote, writtenOf } from './applied-view.ts';

interface ApplicationChange {
  readonly kind: 'added' | 'changed' | 'removed';
  /** Names the Application or its file in the log. */
  readonly subject: Readonly<Record<string, string>>;
}

interface Applied {
  readonly changes: readonly ApplicationChange[];
  /** One line for each file that could not be written or removed, or whatever else failed. */
  readonly problems: readonly string[];
}

export type ApplyApplications = (view: RuntimeView) => Promise<Applied>;

/**
 * Writes the given view to `applications.json` and `applications/`. Files with the right content are not touched, so that a repetition
 * changes nothing, and a watcher of the files sees true changes only. A file that cannot be written does not stop the others. The revision is
 * recorded last, and only once `applications.json` is written, from which every file can be written again. `beforeChange` is called
 * before each change of a file.
 */
export function applyToFiles(stateFolder: string, beforeChange: () => Promise<void> = async () => {}): ApplyApplications {
  const folder = join(stateFolder, 'applications');
  return async ({ revision, ...fetched }) => {
    const changes: ApplicationChange[] = [];
    const problems: string[] = [];
    const attempt = async (step: () => Promise<void>): Promise<boolean> => {
      try {
        await step();
        return true;
      } catch (error) {
        problems.push(messageOf(error));
        return false;
      }
    };
    const view = await withWhatStays(fetched, stateFolder);
    const names = applicationFileNames([...view.applications, ...withoutContent(view)]);
    const all = contentOf(view);

    await attempt(() => privateFolder(folder));
    for (const application of view.applications) {
      const file = names.get(application.id) ?? '';
      await attempt(async () => {
        const kind = await writeIfDifferent(join(folder, file), contentOf(application), beforeChange);
        if (kind !== undefined) changes.push({ kind, subject: { file } });
      });
    }
    const written = await attempt(async () => void (await writeIfDifferent(applicationsFile(stateFolder), all, beforeChange)));
    for (const { file, isApplication } of await othersIn(folder, new Set(names.values()))) {
      await attempt(async () => {
        if (isApplication) await beforeChange();
        await remove(join(folder, file));
        if (isApplication) changes.push({ kind: 'removed', subject: { file } });
      });
    }
    if (written) await attempt(() => note(stateFolder, revision, all));
    return { changes, problems };
  };
}

async function note(stateFolder: string, revision: RuntimeView['revision'], all: string): Promise<void> {
  const file = appliedFile(stateFolder);
  if (revision === undefined) await remove(file);
  else await writeIfDifferent(file, contentOf(appliedNote(revision, all)));
}

/** The view with the earlier contents of the Applications that are withheld now. */
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

/** Files of Applications that are gone, and what writes left behind when they were cut off. Folders are not of this Agent. */
async function othersIn(folder: string, kept: ReadonlySet<string>): Promise<{ file: string; isApplication: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && /\.json(\.tmp)?$/.test(entry.name) && !kept.has(entry.name))
    .map(({ name }) => ({ file: name, isApplication: name.endsWith('.json') }));
}

const contentOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function writeIfDifferent(file: string, content: string, beforeChange = async () => {}): Promise<'added' | 'changed' | undefined> {
  const before = await readIfPresent(file);
  if (before === content) return undefined;
  await beforeChange();
  await writePrivate(file, content);
  return before === undefined ? 'added' : 'changed';
}
