import { AppError } from '#shared/core/errors.ts';
import { isTransient } from '#shared/core/transient-error.ts';

/** Names of further errors that pass: expired sessions, aborted requests, and resources that another request changes. */
const passing = /AbortError|Timeout|ExpiredToken|TooManyUpdates|NotReady|ResourceConflict|OperationInProgress/;

/** The reason for an administrator. That of a denial leaves out the role that asked. */
function reasonOf(service: string, { name, message }: Error): string {
  if (/^(AccessDenied|UnauthorizedOperation|NotAuthorized)/.test(name)) return `${service} denies access${actionIn(message)}`;
  if (/LimitExceeded/.test(name)) return `a quota of the account is reached: ${service} says "${message}"`;
  if (/^InsufficientCapabilities/.test(name)) return `the template needs a capability that the driver does not grant: ${message}`;
  return `${service} refuses: ${message} (${name})`;
}

/** The denied action and its resource. */
function actionIn(message: string): string {
  const [, action, resource] = /not authorized to perform: (\S{1,128})(?: on resource: (\S{1,512}))?/.exec(message) ?? [];
  return `${action ? ` to ${action}` : ''}${resource ? ` on ${resource}` : ''}`;
}

/** The domain error of a failed call: DriverUnavailable if a repetition may cure it, otherwise DriverFailed with the reason. */
export function driverError(service: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const cause = error as Error;
  if (isTransient(cause) || passing.test(cause.name)) {
    return new AppError('DriverUnavailable', `${service} did not answer (${cause.name})`, { cause });
  }
  return new AppError('DriverFailed', reasonOf(service, cause), { cause });
}

/** The message of CloudFormation's one error for everything that it does not accept. Only the message says what. */
const refusalIn = (error: unknown): string => (error instanceof Error && error.name === 'ValidationError' ? error.message : '');

export const isMissingStack = (error: unknown): boolean => refusalIn(error).includes('does not exist');

export const isUpToDate = (error: unknown): boolean => refusalIn(error).includes('No updates are to be performed');

/** Tells a request whose token an earlier request on the same stack had, even one of another kind: CloudFormation refuses it. */
export const isKnownToken = (error: unknown): boolean => error instanceof Error && /^TokenAlreadyExists/.test(error.name);

/** A stack accepts no deletion and no update while it changes, and comes to rest by itself. */
export const isChanging = (error: unknown): boolean => refusalIn(error).includes('_IN_PROGRESS');
