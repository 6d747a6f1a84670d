import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Application } from '../control-plane/application.ts';
import { type Revision, type RuntimeView, revisionSchema, withheldSchema } from '../control-plane/runtime-view.ts';
import { readIfPresent } from '../state/private-files.ts';
import { type OnDamage, storedJson } from '../state/stored-json.ts';

/** The record of the content of `applications.json`, written after everything was applied. */
const noteSchema = z.object({ revision: revisionSchema, digest: z.string() });
export type AppliedNote = z.infer<typeof noteSchema>;

/** The view that was applied completely. */
export interface AppliedView {
  readonly runtimeId: string;
  readonly revision: Revision;
  /** Number of its Applications. */
  readonly count: number;
  /** Applied again while nothing changes, where other processes may change what was applied. */
  readonly content?: RuntimeView;
}

const viewSchema = z.object({
  runtimeId: z.string(),
  applications: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  withheld: z.array(withheldSchema).optional(),
});

export const appliedFile = (stateFolder: string): string => join(stateFolder, 'applied.json');
export const applicationsFile = (stateFolder: string): string => join(stateFolder, 'applications.json');

export const appliedNote = (revision: Revision, content: string): AppliedNote => ({ revision, digest: digestOf(content) });

/**
 * The view that was applied completely, if the control plane gave it a revision and `applications.json` still holds it unchanged: then only what
 * came after it needs to be fetched.
 */
export async function loadApplied(stateFolder: string, onDamage: OnDamage): Promise<AppliedView | undefined> {
  const note = await storedJson(appliedFile(stateFolder), noteSchema, onDamage).load();
  const content = note && (await contentIn(stateFolder));
  if (content === undefined || digestOf(content) !== note?.digest) return undefined;
  const { revision } = note;
  const view = { ...viewOf(content), revision };
  return { runtimeId: view.runtimeId, revision, count: view.applications.length, content: view };
}

/** Reads the entries of these Applications from `applications.json`; none if it cannot be read. */
export async function writtenOf(stateFolder: string, runtimeId: string, ids: ReadonlySet<string>): Promise<readonly Application[]> {
  const content = await contentIn(stateFolder);
  const view = content === undefined ? undefined : readableView(content);
  return view?.runtimeId === runtimeId ? view.applications.filter(({ id }) => ids.has(id)) : [];
}

/** Undefined where the file is absent or cannot be read; writing it reports why. */
const contentIn = (stateFolder: string): Promise<string | undefined> => readIfPresent(applicationsFile(stateFolder)).catch(() => undefined);

function viewOf(content: string): RuntimeView {
  const { applications, ...view } = viewSchema.parse(JSON.parse(content));
  return { ...view, applications: applications as unknown as Application[] };
}

function readableView(content: string): RuntimeView | undefined {
  try {
    return viewOf(content);
  } catch {
    return undefined;
  }
}

const digestOf = (content: string): string => createHash('sha256').update(content).digest('hex');
