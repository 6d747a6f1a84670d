import type { TenantId } from '../core/tenant-id.ts';
import type { DisablingReason, Webhook, WebhookOwner } from './webhook.ts';

export interface WebhookRepository {
  /** Adds a webhook and lists it in its owner. Throws NotFound if the owner does not exist, QuotaExceeded at the limit. */
  insert(webhook: Webhook): Promise<void>;
  find(owner: WebhookOwner, id: string): Promise<Webhook | undefined>;
  /** Finds a webhook by its id alone. */
  findById(tenant: TenantId, id: string): Promise<Webhook | undefined>;
  listByOwner(owner: WebhookOwner): Promise<Webhook[]>;
  /** Throws ConcurrentUpdate unless `current` is stored, QuotaExceeded if it becomes too large. */
  replace(next: Webhook, current: Webhook): Promise<void>;
  delete(webhook: Webhook): Promise<void>;
  /** Notes since when it fails, unless that is known. No effect when it was deleted, and where its URL is another one by now. */
  noteFailing(webhook: Webhook, now: Date): Promise<void>;
  /** Forgets since when it failed. */
  noteSuccess(webhook: Webhook): Promise<void>;
  /** Notes that it is tested now, and returns true, unless it was tested after `before` or was deleted. */
  noteTest(webhook: Webhook, before: Date, now: Date): Promise<boolean>;
  /** Disables it. No effect when it was deleted or is disabled, and where its URL is another one by now. */
  disable(webhook: Webhook, reason: DisablingReason, now: Date): Promise<void>;
}
