import type { TenantId } from '../core/tenant-id.ts';
import type { Labels } from '../labels/label.ts';

/** A part of a template's input that is filled in when an Application is made from it. */
export interface Placeholder {
  readonly name: string;
  readonly description?: string;
  /** JSON path of its value in a payload, such as `$.a.b[0]`. */
  readonly jsonPath?: string;
  readonly optional?: boolean;
}

/** The common fields of Applications of one kind, to register them from a few values. */
export interface ApplicationTemplate {
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly applicationNamespace?: string;
  /** Sealed JSON of the registration input of its Applications, which may hold credentials. */
  readonly applicationInput: string;
  readonly placeholders: readonly Placeholder[];
  readonly labels: Labels;
  /** Ids of its webhooks of type CONFIGURATION_CHANGED. They serve its Applications that have no such webhook themselves. */
  readonly configurationWebhookIds: readonly string[];
  /** Number of Applications made from it. Only an unused template can be deleted. */
  readonly applicationCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Author of the latest change, as `kind/id`. */
  readonly changedBy: string;
}

/** Sealing context of a template's input. */
export const templateSealingContext = (tenant: TenantId, id: string): string => `${tenant}/application-template/${id}`;
