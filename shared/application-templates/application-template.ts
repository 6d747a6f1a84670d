import type { TenantId } from '../core/tenant-id.ts';
import type { Labels } from '../labels/label.ts';

/** A part of a template's input that is filled in when an Application is made from it. */
export interface Placeholder {
  readonly name: string;
  readonly description?: string;
  /** Where its value stands in a payload, as `$.a.b[0]`. */
  readonly jsonPath?: string;
  readonly optional?: boolean;
}

/** What Applications of one kind have in common, to register them from a few values. */
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
  /** How many Applications were made from it, kept with each so that only an unused template is deleted. */
  readonly applicationCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Who made the latest change, as `kind/id`. */
  readonly changedBy: string;
}

/** What the input of a template is sealed for. */
export const templateSealingContext = (tenant: TenantId, id: string): string => `${tenant}/application-template/${id}`;
