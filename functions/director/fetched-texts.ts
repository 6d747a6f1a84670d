import { setTimeout as sleep } from 'node:timers/promises';
import type { BundleRepository } from '#shared/bundles/bundle-repository.ts';
import type { WithText } from '#shared/bundles/text.ts';
import type { DirectorDeps } from './deps.ts';

/** The lists of a bundle whose elements have texts. */
export type TextOwners = 'apiDefinitions' | 'eventDefinitions' | 'documents';

/** Maximum number of texts for which one request waits. */
const maxAwaited = 20;

/** Maximum bytes of texts that are added to one answer by waiting: they must not make it too large. */
const maxAddedBytes = 2 * 1024 * 1024;

/** Milliseconds between two looks: short ones first, for servers that answer at once, and then the longest. */
const pauses = [100, 150, 200, 300];
const longestPause = 400;

/** Returns an owner as it is once its text was fetched, or as it was when that takes too long. */
export type FetchedTexts = (owners: TextOwners, owner: WithText) => Promise<WithText>;

/**
 * Waits for texts that another function fetches after a mutation of this request. The patience begins with the first wait and is one for all of
 * them; each text is waited for once, however often it is selected.
 */
export function fetchedTexts({ bundles, fetchPatience, clock }: Pick<DirectorDeps, 'bundles' | 'fetchPatience' | 'clock'>): FetchedTexts {
  const waits = new Map<string, Promise<WithText>>();
  let until: number | undefined;
  let added = 0;
  const fitting = (owner: WithText, was: WithText): WithText => {
    const bytes = owner.text?.bytes ?? 0;
    if (added + bytes > maxAddedBytes) return was;
    added += bytes;
    return owner;
  };
  return async (owners, owner) => {
    const { fetchRequest } = owner;
    if (fetchRequest?.status.condition !== 'INITIAL') return owner;
    const known = waits.get(fetchRequest.id);
    if (known) return known;
    if (waits.size >= maxAwaited) return owner;
    until ??= clock().getTime() + fetchPatience;
    const end = until;
    const wait = settled(owner, bundles[owners], () => end - clock().getTime()).then((found) => (found ? fitting(found, owner) : owner));
    waits.set(fetchRequest.id, wait);
    return wait;
  };
}

/** The owner once its request has a result; undefined where it was deleted, has another request, or time is up. */
async function settled(
  owner: WithText,
  repository: Pick<BundleRepository[TextOwners], 'find'>,
  left: () => number,
): Promise<WithText | undefined> {
  for (let looks = 0; left() > 0; looks++) {
    await sleep(Math.min(pauses[looks] ?? longestPause, left()));
    const found: WithText | undefined = await repository.find(owner);
    if (found?.fetchRequest?.id !== owner.fetchRequest?.id) return undefined;
    if (found?.fetchRequest?.status.condition !== 'INITIAL') return found;
  }
  return undefined;
}
