/** Each kind has its exit code. `usage` is a command line or configuration that has to be changed. */
export type CliErrorKind = 'failed' | 'usage' | 'sign-in' | 'not-found' | 'unavailable';

/** A failure with a message for the user. `advice` says what to do; neither holds a secret. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly kind: CliErrorKind;
  readonly advice: string | undefined;

  constructor(kind: CliErrorKind, message: string, options: { advice?: string | undefined; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.advice = options.advice;
  }
}

/** The message of an error. Of a network call it is that of the reason, since the error of fetch says only that it failed. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message === 'fetch failed' && error.cause !== undefined) return messageOf(error.cause);
  if (error instanceof AggregateError && error.message === '') return messageOf(error.errors[0]);
  return error.message || error.name;
}

/** The `code` of a system error, such as ENOENT. */
export const errorCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
