import type { Outcome } from './attempt.ts';

/** One object that a sender tried to create under a unique name. */
export interface Creation {
  readonly kind: 'application' | 'runtime' | 'bundle';
  readonly name: string;
  outcome: Outcome['kind'];
  /** The id that was answered. */
  id?: string;
  /** The end of its deletion, where that was asked for. */
  deletion?: Outcome['kind'];
  /** The id of the Application of a bundle. */
  readonly owner?: string;
}

/** An operation of the Provisioner that was acknowledged. */
export interface Operation {
  readonly id: string;
  readonly runtimeId: string;
  readonly kind: 'provision' | 'deprovision';
}

/** A certificate with a proof that it works, or not any more. */
interface Pairing {
  readonly revoked: boolean;
  readonly works: () => Promise<Outcome>;
}

/** The records of the senders, and the broken promises that they saw. */
export interface Ledger {
  readonly creations: Creation[];
  readonly operations: Operation[];
  readonly pairings: Pairing[];
  readonly violations: string[];
  count(operation: string, outcome: Outcome): Outcome;
  counts(): Readonly<Record<string, Readonly<Record<Outcome['kind'], number>>>>;
}

export function ledger(): Ledger {
  const counted: Record<string, Record<Outcome['kind'], number>> = {};
  return {
    creations: [],
    operations: [],
    pairings: [],
    violations: [],
    count: (operation, outcome) => {
      counted[operation] ??= { acknowledged: 0, refused: 0, unknown: 0 };
      counted[operation][outcome.kind] += 1;
      return outcome;
    },
    counts: () => counted,
  };
}
