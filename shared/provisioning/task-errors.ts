import type { ErrorCode } from '../core/error-catalogue.ts';

/** Name of the error of a task after a transient failure of an AWS service or the network. */
export const transientFailure = 'TransientFailure';

/** Name of the error of a task for an unknown reason. */
export const unexpectedFailure: ErrorCode = 'InternalError';

/** Errors of tasks that a repetition may cure. Everything else fails the step at once. */
export const transientTaskErrors: readonly string[] = [
  transientFailure,
  'DriverUnavailable' satisfies ErrorCode,
  'ConcurrentUpdate' satisfies ErrorCode,
];

/** Error names of Step Functions and Lambda for a task that did not end in time. */
export const timeoutErrors: readonly string[] = ['States.Timeout', 'Sandbox.Timedout'];
