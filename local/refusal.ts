/** An error in one line that says what to do. Every other error is a defect and keeps its stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The `code` of a system error, e.g. `EADDRINUSE`. */
export const errorCodeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
