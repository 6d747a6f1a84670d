import type { TenantId } from '../core/tenant-id.ts';

/** What may be left of an Application, Runtime, integration system or bundle that is gone, or never came to be. */
export interface Remains {
  readonly tenant: TenantId;
  readonly kind: 'application' | 'runtime' | 'integration_system';
  readonly ownerId: string;
  /** Of the Application only what stands in this bundle. */
  readonly bundleId?: string;
}

/** Remains to be looked after whose time has come. */
interface DueSweep {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly seen: string;
}

interface SweepTurn {
  readonly remains: Remains;
  readonly place: string;
}

export interface SweepRepository {
  /** Of all tenants. */
  due(now: Date): AsyncGenerator<DueSweep, void>;
  /** Of several that claim the same one gets the turn; `next` is when the one after it comes. */
  claim(due: DueSweep, next: Date): Promise<SweepTurn | undefined>;
  /** Whether what they belong to is there, so that they are no remains. */
  isOwned(remains: Remains): Promise<boolean>;
  /** Deletes them to the last; answers how many there were. */
  clear(remains: Remains): Promise<number>;
  /** Ends the watch, unless it was ordered anew meanwhile. */
  end(turn: SweepTurn): Promise<void>;
}
