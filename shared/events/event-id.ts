import { createHash } from 'node:crypto';
import type { DetailType } from './event-catalogue.ts';

/** Id of the event of a type that a change raises, the same on each reading. `key` distinguishes events of one type from one change. */
export function eventIdOf(changeId: string, detailType: DetailType, key = ''): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([changeId, detailType, key]))
    .digest('hex');
  return `evt_${digest.slice(0, 32)}`;
}
