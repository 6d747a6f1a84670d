import { createHash } from 'node:crypto';
import { seconds } from '../core/clock.ts';
import { createdAtOf } from '../core/ids.ts';

/**
 * Version of a tenant's configuration: a few named parts. Each transaction that changes what Runtimes or Applications read replaces one
 * part by a new UUIDv7.
 */
export type ConfigurationRevision = ReadonlyMap<string, string>;

/**
 * The revision of a tenant, with the generation of each part. A generation changes when a release that does not end the views of Applications has
 * replaced the part: views made before are not current any more.
 */
export interface CurrentRevision {
  readonly revision: ConfigurationRevision;
  readonly generations: ReadonlyMap<string, string>;
}

/** Number of parts: changes of one tenant seldom meet in the same part, and all parts together are one read unit. */
const parts = 16;

/** The part of the revision that the changes around an Application or Runtime replace: the last digit of a UUID is random in every version. */
export const partOf = (id: string): string => String(Number.parseInt(id.slice(-1), 16) % parts);

/**
 * A transaction is committed item by item: for a moment a reader may find the new revision beside an item that is still old. What was read
 * within this time after a change is named differently from what is read later, so that no client keeps it beyond the next poll.
 */
const settlingTime = seconds(5);

/**
 * The strong entity tag of what is read at this revision. `representation` names everything else that the answer depends on:
 * what is asked of the registry, and the settings of the deployment.
 */
export function entityTagOf({ revision, generations }: CurrentRevision, representation: string, now: Date): string {
  const named = inOrder(revision);
  const latest = Math.max(0, ...named.map(([, part]) => createdAtOf(part) ?? 0));
  const settled = now.getTime() - latest >= settlingTime;
  const digest = digestOf([representation, named, settled]);
  return settled && latest > 0 ? `"${digest}${shownUnder(generations, representation)}${latest.toString(36)}"` : `"${digest}"`;
}

/** The part of a tag by which later changes are looked up. */
export interface KnownState {
  /** Milliseconds since the epoch: the last change that the holder of the tag has seen. */
  readonly latest: number;
  /** Digest of everything but the changes: another one means that the holder reads anew. */
  readonly shown: string;
}

/** Reads a tag that a client names; undefined for several tags, and for one that was given too soon after a change. */
export function knownState(ifNoneMatch: string | undefined): KnownState | undefined {
  const [, shown, latest] = /^(?:W\/)?"[\w-]{43}([\w-]{43})([0-9a-z]{1,10})"$/.exec(ifNoneMatch?.trim() ?? '') ?? [];
  return shown === undefined || latest === undefined ? undefined : { shown, latest: Number.parseInt(latest, 36) };
}

/** Digest of what a tag depends on beside the changes: the representation, and whether all changes since were noted by this release. */
export const shownUnder = (generations: ReadonlyMap<string, string>, representation: string): string =>
  digestOf([representation, inOrder(generations)]);

const inOrder = (named: ReadonlyMap<string, string>) => [...named].sort(([a], [b]) => (a < b ? -1 : 1));

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

/** Returns true if nothing was changed between two readings of the revision. */
export const isSameRevision = (one: ConfigurationRevision, other: ConfigurationRevision): boolean =>
  one.size === other.size && [...one].every(([name, part]) => other.get(name) === part);
