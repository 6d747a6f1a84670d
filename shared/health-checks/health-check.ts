import type { TenantId } from '../core/tenant-id.ts';

export const healthConditions = ['SUCCEEDED', 'FAILED'] as const;
type HealthCondition = (typeof healthConditions)[number];

/** The result of a probe of an Application's `healthCheckURL`. */
export interface ProbeResult {
  readonly condition: HealthCondition;
  /** Reason of the failure; contains nothing of the answer but its status. */
  readonly message?: string;
  readonly probedAt: string;
}

/** The health check of one Application: its URL and the result of the last probe, if there was one. */
export interface HealthCheck {
  readonly tenant: TenantId;
  readonly applicationId: string;
  readonly url: string;
  readonly result?: ProbeResult;
}

export type ProbedHealthCheck = HealthCheck & { readonly result: ProbeResult };

export const isProbed = (check: HealthCheck): check is ProbedHealthCheck => check.result !== undefined;
