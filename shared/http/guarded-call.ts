import type { AnswerHead } from './status-line.ts';

export interface GuardedRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
  /** Milliseconds for everything, from the name's resolution to the last byte of the answer. */
  readonly timeout: number;
  /**
   * Part of the answer that the caller needs. With `status`, the status line decides: a fault after it changes nothing, and the body is what came of
   * it before, or empty if it is packed. Default: `body`, which must be complete.
   */
  readonly needs?: 'status' | 'body';
  /** Maximum bytes of the body, after it was unpacked. Default: 16 KB. */
  readonly maxBytes?: number;
  /**
   * Receives the content of a 2xx as it arrives, unpacked; the body of the answer is empty then. The receiver bounds what it reads, and
   * `maxBytes` what arrives packed. Other answers have their body as usual.
   */
  readonly receive?: (head: AnswerHead, content: AsyncIterable<Buffer>) => Promise<void>;
  /** Milliseconds without progress, after which the call ends. Default: `timeout`. */
  readonly idleTimeout?: number;
}

export interface GuardedAnswer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  /** The bytes that were read, unpacked. */
  readonly body: Buffer;
  /** True if the answer had more bytes. */
  readonly truncated: boolean;
}

/** Limits of the time that a call takes. */
export interface TimeLimits {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  /** Notes that bytes came, or were taken. */
  readonly progress: () => void;
}
