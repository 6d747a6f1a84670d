import { bytesOf } from '#shared/core/json-bytes.ts';
import type { OwnerKind } from '../core/actor.ts';
import type { TenantId } from '../core/tenant-id.ts';

export const configurationChanged = 'CONFIGURATION_CHANGED';

export type WebhookOwnerKind = OwnerKind | 'application_template';

export interface WebhookOwner {
  readonly tenant: TenantId;
  readonly kind: WebhookOwnerKind;
  readonly id: string;
}

/** `GONE`: its endpoint answered 410. `FAILING`: every attempt failed for five days. */
export const disablingReasons = ['GONE', 'FAILING'] as const;
export type DisablingReason = (typeof disablingReasons)[number];

/** A subscription of an Application or Runtime, or of every Application made from a template, to notifications. */
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
  /** Sealed `whsec_` or `whsk_` secrets that sign its deliveries: the current one, and after a rotation the one before. */
  readonly secrets: readonly string[];
  /** The public key (`whpk_`) of the current secret, if that is a private key. */
  readonly publicKey?: string;
  /** End of the period in which the previous secret signs too. */
  readonly previousSecretUntil?: string;
  /** Time of the first failed attempt since the last one that succeeded. */
  readonly failingSince?: string;
  /** Set while no deliveries are made to it. */
  readonly disabled?: { readonly at: string; readonly reason: DisablingReason };
  /** Time of the latest test. */
  readonly testedAt?: string;
  readonly createdAt: string;
  readonly version: number;
  /** Author of the latest change, as `kind/id`. */
  readonly changedBy: string;
}

/** The webhooks that serve an Application: its own, and those of its template for types that it has none of. */
export const webhooksThatCount = (own: readonly Webhook[], ofTemplate: readonly Webhook[]): Webhook[] => [
  ...own,
  ...ofTemplate.filter(({ type }) => !own.some((webhook) => webhook.type === type)),
];

/** Sealing context of the secrets and credentials of a webhook. */
export const webhookSealingContext = (tenant: TenantId, webhookId: string): string => `${tenant}/webhook/${webhookId}`;

function settingsOf(webhook: Webhook): Partial<Webhook> {
  const {
    secrets: _,
    publicKey: _______,
    previousSecretUntil: __,
    version: ___,
    changedBy: ____,
    failingSince: _____,
    disabled: ______,
    testedAt: ________,
    ...settings
  } = webhook;
  return settings;
}

/** Amounts that a webhook adds to its owner's quotas: its settings, but not the keys that sign its deliveries. */
export const amountsOfWebhooks = (webhooks: readonly Webhook[]) => ({
  webhooks: webhooks.length,
  webhookBytes: webhooks.reduce((sum, webhook) => sum + bytesOf(settingsOf(webhook)), 0),
});
