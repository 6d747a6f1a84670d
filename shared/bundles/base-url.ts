import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { isConcurrentUpdate } from '../core/errors.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { TenantId } from '../core/tenant-id.ts';

/** The scheme, host and port of the first target: the base URL of an Application that was given none. */
export function baseUrlOf(targets: readonly string[]): string | undefined {
  const url = URL.parse(targets[0] ?? '');
  return url ? `${url.protocol}//${url.host}` : undefined;
}

/** The Application, as far as it matters here. */
interface WithBaseUrl {
  readonly baseUrl?: string | undefined;
  readonly updatedAt: string;
  readonly version: number;
  readonly changedBy: string;
}

/** The repository of Applications. */
export interface ApplicationsWithBaseUrls {
  find(tenant: TenantId, id: string): Promise<WithBaseUrl | undefined>;
  replace(next: WithBaseUrl, current: WithBaseUrl): Promise<void>;
}

interface Deps {
  readonly applications: ApplicationsWithBaseUrls;
  readonly clock: Clock;
}

interface Added {
  readonly tenant: TenantId;
  readonly applicationId: string;
  readonly targets: readonly string[];
}

/**
 * Adds API Definitions with these targets, and gives their Application a base URL if it has none. The Application is read beside the write, so that this
 * costs a round trip only where there is none. If other changes keep coming between, the base URL is left to the next API Definition.
 */
export async function withBaseUrl(
  { tenant, applicationId, targets }: Added,
  actor: Actor,
  deps: Deps,
  add: () => Promise<void>,
): Promise<void> {
  const baseUrl = baseUrlOf(targets);
  if (baseUrl === undefined) return add();
  const find = () => deps.applications.find(tenant, applicationId);
  let [read] = await Promise.all([find(), add()]);
  const fill = async () => {
    const current = read ?? (await find());
    read = undefined;
    if (!current || current.baseUrl) return;
    const stamp = { version: current.version + 1, updatedAt: deps.clock().toISOString(), changedBy: describeActor(actor) };
    await deps.applications.replace({ ...current, baseUrl, ...stamp }, current);
  };
  try {
    await retryOnConflict(fill);
  } catch (error) {
    if (!isConcurrentUpdate(error)) throw error;
  }
}
