import type { SQSEvent } from 'aws-lambda';

export interface Invocation {
  readonly name: 'fanOut' | 'dispatcher';
  readonly event: SQSEvent;
}

export interface Invoked {
  readonly result: unknown;
  /** Milliseconds. */
  readonly took: number;
  /** Seconds of the process so far. */
  readonly cpu: number;
  /** Bytes, now and at most so far. */
  readonly rss: number;
  readonly peak: number;
}
