import type { SystemAuth } from '../pairing/system-auth.ts';

/** A Runtime of any tenant that is due for a check. */
export interface DueRuntime {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly seen: string;
}

export interface LivenessRepository {
  /** The Runtimes of all tenants that are due for a check. */
  due(now: Date): AsyncGenerator<DueRuntime, void>;
  /** Every credential of the Runtime, eventually consistent. */
  credentialsOf(due: DueRuntime): Promise<SystemAuth[]>;
  /** Records a contact: the Runtime counts as silent at `silentAt` at the earliest. Returns false if another worker was faster. */
  postpone(due: DueRuntime, silentAt: Date): Promise<boolean>;
  /**
   * Records that the Runtime is silent. Returns false if one of the credentials was used since they were read, or another worker was faster.
   * The Runtime is due again at `retryAt` if the transaction fails.
   */
  disconnect(due: DueRuntime, credentials: readonly SystemAuth[], retryAt: Date): Promise<boolean>;
}
