import type { TenantId } from '../core/tenant-id.ts';

export const healthConditions = ['SUCCEEDED', 'FAILED'] as const;
type HealthCondition = (typeof healthConditions)[number];

/** The result of a probe of an Application's `healthCheckURL`. */
export interface ProbeResult {
  readonly condition: HealthCondition;
  /** Why it failed: never anything of the answer but its status. */
  readonly message?: string;
  readonly probedAt: string;
}

/** The watch over one Application: what is probed and how the last probe ended, if there was one yet. */
export interface HealthCheck {
  readonly tenant: TenantId;
  readonly applicationId: string;
  readonly url: string;
  readonly result?: ProbeResult;
}

export type ProbedHealthCheck = HealthCheck & { readonly result: ProbeResult };

export const isProbed = (check: HealthCheck): check is ProbedHealthCheck => check.result !== undefined;
