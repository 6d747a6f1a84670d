/** How a queue handed a message over. */
export interface Reception {
  readonly receiptHandle: string;
  /** How often it has been received, this time included. */
  readonly count: number;
}
