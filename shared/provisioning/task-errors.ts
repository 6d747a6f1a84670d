import type { ErrorCode } from '../core/error-catalogue.ts';

/** The name under which a task fails when an AWS service or the network hiccuped: whatever is not ours and may pass. */
export const transientFailure = 'TransientFailure';

/** The name under which a task fails when the reason is unknown. */
export const unexpectedFailure: ErrorCode = 'InternalError';

/** Errors of tasks that a repetition may cure. Everything else fails the step at once. */
export const transientTaskErrors: readonly string[] = [
  transientFailure,
  'DriverUnavailable' satisfies ErrorCode,
  'ConcurrentUpdate' satisfies ErrorCode,
];

/** Error names of Step Functions and Lambda for a task that did not end in time. */
export const timeoutErrors: readonly string[] = ['States.Timeout', 'Sandbox.Timedout'];
