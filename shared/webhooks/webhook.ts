import type { OwnerKind } from '../core/actor.ts';
import { bytesOf } from '../core/bytes-of.ts';
import type { TenantId } from '../core/tenant-id.ts';

export const configurationChanged = 'CONFIGURATION_CHANGED';

export type WebhookOwnerKind = OwnerKind | 'application_template';

export interface WebhookOwner {
  readonly tenant: TenantId;
  readonly kind: WebhookOwnerKind;
  readonly id: string;
}

/** Where an Application or Runtime, or every Application made from a template, wants to be told of changes. */
export interface Webhook {
  readonly owner: WebhookOwner;
  readonly id: string;
  readonly type: string;
  readonly mode?: string;
  readonly url?: string;
  readonly urlTemplate?: string;
  readonly inputTemplate?: string;
  readonly headerTemplate?: string;
  readonly outputTemplate?: string;
  readonly statusTemplate?: string;
  readonly correlationIdKey?: string;
  /** Seconds. */
  readonly retryInterval?: number;
  /** Seconds. */
  readonly timeout?: number;
  /** Sealed JSON of the credentials to call it with. */
  readonly auth?: string;
  /** Sealed `whsec_` secrets that sign its deliveries: the current one, and after a rotation the one before. */
  readonly secrets: readonly string[];
  /** Until when the secret before the current one signs, too. */
  readonly previousSecretUntil?: string;
  readonly createdAt: string;
  readonly version: number;
  /** Who made the latest change, as `kind/id`. */
  readonly changedBy: string;
}

/** The webhooks that count for an Application: its own, and those of its template of types that it has none of. */
export const webhooksThatCount = (own: readonly Webhook[], ofTemplate: readonly Webhook[]): Webhook[] => [
  ...own,
  ...ofTemplate.filter(({ type }) => !own.some((webhook) => webhook.type === type)),
];

/** What the secrets and credentials of a webhook are sealed for. */
export const webhookSealingContext = (tenant: TenantId, webhookId: string): string => `${tenant}/webhook/${webhookId}`;

/** What a webhook counts for of its owner's quotas: its settings, but not the secrets that sign its deliveries. */
export const amountsOfWebhooks = (webhooks: readonly Webhook[]) => ({
  webhooks: webhooks.length,
  webhookBytes: webhooks.reduce(
    (sum, { secrets: _, previousSecretUntil: __, version: ___, changedBy: ____, ...settings }) => sum + bytesOf(settings),
    0,
  ),
});
