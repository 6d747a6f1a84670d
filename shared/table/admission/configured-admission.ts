import { tenantAdmission } from '#shared/admission/tenant-admission.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoRequestCounts } from './request-counts.dynamo.ts';

type Given = Pick<Parameters<typeof tenantAdmission>[0], 'clock' | 'log'>;

/** The admission of tenants with the rate that a function's environment names. */
export const admissionOf = (settings: { readonly TENANT_REQUESTS_PER_SECOND: number }, table: ControlPlaneTable, given: Given) =>
  tenantAdmission({ ...given, counts: dynamoRequestCounts(table), maxRequestsPerSecond: settings.TENANT_REQUESTS_PER_SECOND });
