import type { TenantId } from '../core/tenant-id.ts';
import type { Webhook, WebhookOwner } from './webhook.ts';

export interface WebhookRepository {
  /** Adds it and names it on its Application. Throws NotFound when the owner does not exist, QuotaExceeded when it has as many as it may have. */
  insert(webhook: Webhook): Promise<void>;
  find(owner: WebhookOwner, id: string): Promise<Webhook | undefined>;
  /** Finds it where only its id is known. */
  findById(tenant: TenantId, id: string): Promise<Webhook | undefined>;
  listByOwner(owner: WebhookOwner): Promise<Webhook[]>;
  /** Throws ConcurrentUpdate unless `current` is what is stored, QuotaExceeded when it becomes larger than there is room for. */
  replace(next: Webhook, current: Webhook): Promise<void>;
  delete(webhook: Webhook): Promise<void>;
}
