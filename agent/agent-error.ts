/**
 * `untrusted` is a server whose certificate cannot be checked; `occupied` is a state folder that another Agent uses, or that belongs to another Runtime.
 * `unauthenticated` is the one kind the agent acts on: a new one-time token may heal it. All others are reported and retried.
 */
export type AgentErrorKind = 'misconfigured' | 'unavailable' | 'untrusted' | 'unauthenticated' | 'occupied' | 'refused' | 'invalid-answer';

/** A failure with a message that fits on one line and holds no secret; `cause` is the technical reason. */
export class AgentError extends Error {
  override readonly name = 'AgentError';
  readonly kind: AgentErrorKind;
  /** Set when the other side said how long to stay away. */
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: AgentErrorKind, message: string, options: { cause?: unknown; retryAfterSeconds?: number } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export function isUnauthenticated(error: unknown): boolean {
  return error instanceof AgentError && error.kind === 'unauthenticated';
}

/** The `code` of a Node system error (`ENOENT`, `ECONNREFUSED`), wherever it is in an aggregate. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? errorCode(error.errors[0]) : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || (errorCode(error) ?? error.name) : String(error);
}
