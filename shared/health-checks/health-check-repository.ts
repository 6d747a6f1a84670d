import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { HealthCheck, ProbedHealthCheck, ProbeResult } from './health-check.ts';

/** A health check that is due. */
interface DueHealthCheck {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly seen: string;
}

/** The right to probe once. It ends with the next claim, or if the URL changes. */
export interface ProbeTurn {
  readonly check: HealthCheck;
  readonly due: DueHealthCheck;
  readonly dueKey: string;
}

export interface HealthCheckRepository {
  /** Returns undefined until the first probe, and for an Application without health check. */
  find(tenant: TenantId, applicationId: string): Promise<ProbedHealthCheck | undefined>;
  /** Those that were probed, in the order of their Applications' ids. */
  list(tenant: TenantId, page: PageRequest): Promise<Page<ProbedHealthCheck>>;
  /** Reads the listing to its end. */
  count(tenant: TenantId): Promise<number>;
  /** Lists the due health checks of all tenants. */
  due(now: Date): AsyncGenerator<DueHealthCheck, void>;
  /** Claims the item; at most one concurrent caller succeeds. `next` is when it becomes due again. */
  claim(due: DueHealthCheck, next: Date): Promise<ProbeTurn | undefined>;
  /** Gives a claim back: the check is due as before. No effect if the claim has ended. */
  giveBack(turn: ProbeTurn): Promise<void>;
  /** Stores the result. Returns false, without effect, if the claim has ended. */
  record(turn: ProbeTurn, result: ProbeResult): Promise<boolean>;
}
