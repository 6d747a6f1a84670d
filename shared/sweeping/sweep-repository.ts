import type { TenantId } from '../core/tenant-id.ts';

/** Possible leftovers of a deleted or never completed Application, Runtime, integration system or bundle. */
export interface Leftovers {
  readonly tenant: TenantId;
  readonly kind: 'application' | 'runtime' | 'integration_system';
  readonly ownerId: string;
  /** Limits the leftovers to those of this bundle of the Application. */
  readonly bundleId?: string;
  /** The time of the deletion; absent for a registration that was not completed. */
  readonly deletedAt?: string;
  /** Author of the deletion, as `kind/id`. */
  readonly deletedBy?: string;
}

/** A sweep that is due. */
interface DueSweep {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly seen: string;
}

export interface SweepTurn {
  readonly key: DueSweep['key'];
  readonly leftovers: Leftovers;
  readonly dueKey: string;
}

export interface SweepRepository {
  /** Lists the due sweeps of all tenants. */
  due(now: Date): AsyncGenerator<DueSweep, void>;
  /** Claims the item; at most one concurrent caller succeeds. `next` is when it becomes due again. */
  claim(due: DueSweep, next: Date): Promise<SweepTurn | undefined>;
  /** Returns true if the owner still exists, so that there is nothing to clean up. */
  isOwned(leftovers: Leftovers): Promise<boolean>;
  /** Deletes the leftovers. Returns their number. */
  clear(leftovers: Leftovers): Promise<number>;
  /** Makes the sweep due once more, at that time. */
  again(turn: SweepTurn, at: Date): Promise<void>;
  /** Ends the sweep, unless it became due anew meanwhile. */
  end(turn: SweepTurn): Promise<void>;
}
