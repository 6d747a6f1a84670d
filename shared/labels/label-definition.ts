import type { TenantId } from '../core/tenant-id.ts';

/** The rule for the values of a label: `schema` is a JSON Schema as text; without it every value is valid. */
export interface LabelDefinition {
  readonly tenant: TenantId;
  readonly key: string;
  readonly schema?: string;
  readonly version: number;
  readonly changedBy: string;
}
