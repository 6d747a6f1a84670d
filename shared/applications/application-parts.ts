import type { BundleDetails } from '../bundles/bundle-details.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { SystemAuth } from '../pairing/system-auth.ts';
import type { Webhook } from '../webhooks/webhook.ts';
import type { Application } from './application.ts';

/** The parts of an Application to read beside itself. Default: none. */
export interface PartsRequest {
  readonly bundles?: PageRequest | undefined;
  readonly webhooks?: boolean;
  readonly auths?: boolean;
}

/** An Application with the parts that were asked for. */
export interface ApplicationParts {
  readonly application: Application;
  readonly bundles?: BundlePage;
  readonly webhooks?: readonly Webhook[];
  readonly auths?: readonly SystemAuth[];
}

/** A page of bundles with their contents, without texts. Ends early at `maxContentsBytes` bytes. */
export interface BundlePage extends Page<BundleDetails> {
  /** True if the page ended early, or if its only bundle is larger than that. */
  readonly isTooLarge: boolean;
}

/**
 * Bytes of bundles, definitions and documents, as the quota `contentBytes` counts them, that fit into one answer even if every character is escaped.
 * Only Applications stored before the quota have more.
 */
export const maxContentsBytes = 2.5 * 1024 * 1024;

/** Returns true if anything beside the Application itself is asked for. */
export const asksForParts = ({ bundles, webhooks, auths }: PartsRequest): boolean =>
  bundles !== undefined || webhooks === true || auths === true;
