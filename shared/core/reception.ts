/** The reception of a message from a queue. */
export interface Reception {
  readonly receiptHandle: string;
  /** Number of receptions, this one included. */
  readonly count: number;
}
