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
export function entityTagOf(revision: ConfigurationRevision, representation: string, now: Date): string {
  const named = [...revision].sort(([a], [b]) => (a < b ? -1 : 1));
  const latest = Math.max(0, ...named.map(([, part]) => createdAtOf(part) ?? 0));
  const settled = now.getTime() - latest >= settlingTime;
  const digest = createHash('sha256').update(JSON.stringify([representation, named, settled]));
  return `"${digest.digest('base64url')}"`;
}

/** Returns true if nothing was changed between two readings of the revision. */
export const isSameRevision = (one: ConfigurationRevision, other: ConfigurationRevision): boolean =>
  one.size === other.size && [...one].every(([name, part]) => other.get(name) === part);
