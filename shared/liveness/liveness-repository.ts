import type { SystemAuth } from '../pairing/system-auth.ts';

/** A Runtime whose time has come, of whatever tenant. */
export interface DueRuntime {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly seen: string;
}

export interface LivenessRepository {
  /** The Runtimes, of all tenants, that count as gone unless they were heard of. */
  due(now: Date): AsyncGenerator<DueRuntime, void>;
  /** Every credential of the Runtime; what changed in this moment may be missing. */
  credentialsOf(due: DueRuntime): Promise<SystemAuth[]>;
  /** It is there: it counts as gone at `silentAt` at the earliest. Answers false when somebody else was faster. */
  postpone(due: DueRuntime, silentAt: Date): Promise<boolean>;
  /**
   * It is gone, unless one of the credentials was used since they were read: then, and when somebody else was faster, answers false. Looked at again
   * at `retryAt` should it come to nothing.
   */
  disconnect(due: DueRuntime, credentials: readonly SystemAuth[], retryAt: Date): Promise<boolean>;
}
