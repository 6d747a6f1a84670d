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
  /** Sealed JSON of what its Applications are registered with: it may hold credentials. */
  readonly applicationInput: string;
  readonly placeholders: readonly Placeholder[];
  readonly labels: Labels;
  /** Its webhooks of type CONFIGURATION_CHANGED, which count for its Applications that have none of their own. */
  readonly configurationWebhookIds: readonly string[];
  /** Number of Applications made from it, kept with each so that only an unused template is deleted. */
  readonly applicationCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Author of the latest change, as `kind/id`. */
  readonly changedBy: string;
}

/** Sealing context of a template's input. */
export const templateSealingContext = (tenant: TenantId, id: string): string => `${tenant}/application-template/${id}`;
