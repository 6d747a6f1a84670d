import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Webhook } from '../webhooks/webhook.ts';
import type { ApplicationTemplate } from './application-template.ts';

export interface ApplicationTemplateRepository {
  /** Stores a template with its webhooks in one transaction. Throws NotUniqueName if the name is taken. */
  insert(template: ApplicationTemplate, webhooks: readonly Webhook[]): Promise<void>;
  find(tenant: TenantId, id: string): Promise<ApplicationTemplate | undefined>;
  /** Returns the existing ones among these ids, in any order. */
  findMany(tenant: TenantId, ids: readonly string[]): Promise<ApplicationTemplate[]>;
  findByName(tenant: TenantId, name: string): Promise<ApplicationTemplate | undefined>;
  /** Replaces a template, and its webhooks if given. Throws ConcurrentUpdate unless `current` is stored, NotUniqueName if the new name is taken. */
  replace(next: ApplicationTemplate, current: ApplicationTemplate, webhooks?: readonly Webhook[]): Promise<void>;
  /** Deletes a template with its webhooks. Throws ConcurrentUpdate unless this version is stored. */
  delete(template: ApplicationTemplate): Promise<void>;
  /** In the order of their ids. */
  list(tenant: TenantId, page: PageRequest): Promise<Page<ApplicationTemplate>>;
  count(tenant: TenantId): Promise<number>;
}
