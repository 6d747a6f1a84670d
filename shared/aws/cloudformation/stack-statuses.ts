import type { StackStatus } from '@aws-sdk/client-cloudformation';
import type { Progress } from '#shared/provisioning/runtime-driver.ts';

export type Outcome = Progress | 'failed';

/** The meaning of a status for each of the driver's checks. */
interface Meaning {
  /** While the Runtime is provisioned. */
  readonly built: Outcome;
  /** While the Runtime is moved to a newer template. */
  readonly upgraded: Outcome;
  /** While the Runtime is removed. */
  readonly removed: Outcome;
}

const meaning = (built: Outcome, upgraded: Outcome, removed: Outcome): Meaning => ({ built, upgraded, removed });

/**
 * Every status of a stack. A rollback is waited for, so that what was half built is gone when the failure is reported. A stack whose update was rolled
 * back runs as before: the upgrade failed, the Runtime did not.
 */
export const stackStatuses = {
  CREATE_IN_PROGRESS: meaning('pending', 'pending', 'pending'),
  CREATE_COMPLETE: meaning('ready', 'ready', 'pending'),
  CREATE_FAILED: meaning('failed', 'failed', 'pending'),
  ROLLBACK_IN_PROGRESS: meaning('pending', 'pending', 'pending'),
  ROLLBACK_COMPLETE: meaning('failed', 'failed', 'pending'),
  ROLLBACK_FAILED: meaning('failed', 'failed', 'pending'),
  DELETE_IN_PROGRESS: meaning('failed', 'failed', 'pending'),
  DELETE_COMPLETE: meaning('failed', 'failed', 'ready'),
  DELETE_FAILED: meaning('failed', 'failed', 'failed'),
  UPDATE_IN_PROGRESS: meaning('pending', 'pending', 'pending'),
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: meaning('ready', 'pending', 'pending'),
  UPDATE_COMPLETE: meaning('ready', 'ready', 'pending'),
  UPDATE_FAILED: meaning('failed', 'failed', 'pending'),
  UPDATE_ROLLBACK_IN_PROGRESS: meaning('pending', 'pending', 'pending'),
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: meaning('ready', 'pending', 'pending'),
  UPDATE_ROLLBACK_COMPLETE: meaning('ready', 'failed', 'pending'),
  UPDATE_ROLLBACK_FAILED: meaning('failed', 'failed', 'pending'),
  REVIEW_IN_PROGRESS: meaning('failed', 'failed', 'pending'),
  IMPORT_IN_PROGRESS: meaning('pending', 'pending', 'pending'),
  IMPORT_COMPLETE: meaning('ready', 'ready', 'pending'),
  IMPORT_ROLLBACK_IN_PROGRESS: meaning('pending', 'pending', 'pending'),
  IMPORT_ROLLBACK_COMPLETE: meaning('ready', 'ready', 'pending'),
  IMPORT_ROLLBACK_FAILED: meaning('failed', 'failed', 'pending'),
} as const satisfies Record<StackStatus, Meaning>;

/** A status that came into being after this release fails the check, and is named by it. */
const unknown = meaning('failed', 'failed', 'failed');

export const meaningOf = (status: string): Meaning =>
  Object.hasOwn(stackStatuses, status) ? stackStatuses[status as StackStatus] : unknown;
