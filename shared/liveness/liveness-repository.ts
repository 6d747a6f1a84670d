import type { SystemAuth } from '../pairing/system-auth.ts';

/** Contacts of a Runtime. */
interface SignsOfLife {
  readonly credentials: readonly SystemAuth[];
  /** The last contact, by any credential, unless a credential has a later one. */
  readonly contact?: string;
}

/** A Runtime of any tenant that is due for a check. */
export interface DueRuntime {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly seen: string;
}

export interface LivenessRepository {
  /** The Runtimes of all tenants that are due for a check. */
  due(now: Date): AsyncGenerator<DueRuntime, void>;
  /** Every credential of the Runtime, and its last contact, eventually consistent. */
  signsOf(due: DueRuntime): Promise<SignsOfLife>;
  /** Records a contact: the Runtime counts as silent at `silentAt` at the earliest. Returns false if another worker was faster. */
  postpone(due: DueRuntime, silentAt: Date): Promise<boolean>;
  /**
   * Records that the Runtime is silent. Returns false if it made contact since the signs were read, or another worker was faster.
   * The Runtime is due again at `retryAt` if the transaction fails.
   */
  disconnect(due: DueRuntime, signs: SignsOfLife, retryAt: Date): Promise<boolean>;
}
