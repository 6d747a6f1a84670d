import type { TenantId } from '../core/tenant-id.ts';
import type { Webhook, WebhookOwner } from './webhook.ts';

export interface WebhookRepository {
  /** Adds it and names it on its Application; throws NotFound when the owner does not exist. */
  insert(webhook: Webhook): Promise<void>;
  find(owner: WebhookOwner, id: string): Promise<Webhook | undefined>;
  /** Finds it where only its id is known. */
  findById(tenant: TenantId, id: string): Promise<Webhook | undefined>;
  listOf(owner: WebhookOwner): Promise<Webhook[]>;
  /** Throws ConcurrentUpdate unless the stored version is the expected one. */
  replace(next: Webhook, expectedVersion: number): Promise<void>;
  delete(webhook: Webhook): Promise<void>;
}
