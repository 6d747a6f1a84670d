import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Webhook } from '../webhooks/webhook.ts';
import type { ApplicationTemplate } from './application-template.ts';

export interface ApplicationTemplateRepository {
  /** All or nothing. Throws NotUniqueName when the name is taken. */
  insert(template: ApplicationTemplate, webhooks: readonly Webhook[]): Promise<void>;
  find(tenant: TenantId, id: string): Promise<ApplicationTemplate | undefined>;
  /** Those that there are, in any order. */
  findMany(tenant: TenantId, ids: readonly string[]): Promise<ApplicationTemplate[]>;
  findByName(tenant: TenantId, name: string): Promise<ApplicationTemplate | undefined>;
  /** With other webhooks where they are given. Throws ConcurrentUpdate unless `current` is what is stored, NotUniqueName when its next name is taken. */
  replace(next: ApplicationTemplate, current: ApplicationTemplate, webhooks?: readonly Webhook[]): Promise<void>;
  /** Deletes it with its webhooks. Throws ConcurrentUpdate unless it is what is stored. */
  delete(template: ApplicationTemplate): Promise<void>;
  /** In the order of their ids. */
  list(tenant: TenantId, page: PageRequest): Promise<Page<ApplicationTemplate>>;
  count(tenant: TenantId): Promise<number>;
}
