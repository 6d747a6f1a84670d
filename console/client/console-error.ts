/** A failure with a message for the user. `advice` says what to do; neither holds a secret. */
export class ConsoleError extends Error {
  override readonly name = 'ConsoleError';
  readonly advice: string | undefined;
  /** The code of the catalogue of errors, if an API answered it. */
  readonly code: string | undefined;

  constructor(message: string, options: { advice?: string | undefined; code?: string | undefined; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.advice = options.advice;
    this.code = options.code;
  }
}

/** Any failure as one with a message for the user. */
export const asConsoleError = (error: unknown): ConsoleError =>
  error instanceof ConsoleError
    ? error
    : new ConsoleError(error instanceof Error ? error.message : String(error), {
        advice: 'Reload this page. If it stays so, report the message to those who run the control plane.',
        cause: error,
      });
