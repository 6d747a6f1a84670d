/** Milliseconds that something took, alone and beside an endpoint that hangs. */
export interface Times {
  readonly idle: readonly number[];
  readonly beside: readonly number[];
}
