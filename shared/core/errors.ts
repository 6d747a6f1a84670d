import { type ErrorCode, type ErrorKind, errorCatalogue } from './error-catalogue.ts';

export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The one error type of the domain. Its message is safe to show to the caller; `cause` is for the logs. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(withDetails(message, options.details), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  get kind(): ErrorKind {
    return errorCatalogue[this.code].kind;
  }
}

/** `Object not found [ID=…; object=application]`: also the answer for what exists but may not be seen. */
export function notFound(object: string, id: string, cause?: unknown): AppError {
  return new AppError('NotFound', 'Object not found', { details: { ID: id, object }, cause });
}

/** `Invalid data RuntimeRegisterInput [name=…]`: `problems` maps a field to what is wrong with it. */
export function invalidData(input: string, problems: Record<string, string>): AppError {
  return new AppError('InvalidData', `Invalid data ${input}`, { details: problems });
}

/** `Invalid data [reason=…]`: for what is wrong beside the fields of an input. */
export function invalidRequest(reason: string): AppError {
  return new AppError('InvalidData', 'Invalid data', { details: { reason } });
}

/** `The operation is not allowed [reason=…]`. */
export function invalidOperation(reason: string): AppError {
  return notAllowed({ reason });
}

/** The same for an object that others refer to: `by` names them, and how many there are. */
export function referredTo(object: string, by: Readonly<Record<string, number>>): AppError {
  const reason = 'The record cannot be deleted because another record refers to it';
  return notAllowed({ ...by, object, reason });
}

const notAllowed = (details: ErrorDetails) => new AppError('InvalidOperation', 'The operation is not allowed', { details });

export const concurrentUpdate = (cause?: unknown): AppError =>
  new AppError('ConcurrentUpdate', 'the object was changed at the same time: read it again and repeat the request', { cause });

export const isConcurrentUpdate = (error: unknown): boolean => error instanceof AppError && error.code === 'ConcurrentUpdate';

function withDetails(message: string, details: ErrorDetails | undefined): string {
  const pairs = Object.entries(details ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return pairs.length === 0 ? message : `${message} [${pairs.map(([key, value]) => `${key}=${value}`).join('; ')}]`;
}
