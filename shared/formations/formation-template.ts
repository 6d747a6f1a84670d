import type { TenantId } from '../core/tenant-id.ts';
import type { Labels } from '../labels/label.ts';
import { defaultTemplate } from './default-template.ts';

export const artifactKinds = ['SUBSCRIPTION', 'SERVICE_INSTANCE', 'ENVIRONMENT_INSTANCE'] as const;

/** The types that formations made from it accept. A list that is empty or absent accepts every type. */
export interface FormationTemplate {
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
  readonly applicationTypes: readonly string[];
  readonly runtimeTypes?: readonly string[];
  readonly runtimeTypeDisplayName?: string;
  readonly runtimeArtifactKind?: (typeof artifactKinds)[number];
  readonly leadingProductIDs?: readonly string[];
  readonly supportsReset?: boolean;
  /** Kept for clients that read it back; it decides nothing here. */
  readonly discoveryConsumers?: readonly string[];
  readonly labels?: Labels;
  /** Number of formations made from it. Only an unused template can be deleted. */
  readonly formationCount: number;
  readonly version: number;
  readonly changedBy: string;
}

/** The default template: every tenant has it, and it cannot be changed. */
export const defaultTemplateOf = (tenant: TenantId): FormationTemplate => ({
  ...defaultTemplate,
  tenant,
  applicationTypes: [],
  formationCount: 0,
  version: 1,
  changedBy: 'system/compass',
});
