import { randomBytes } from 'node:crypto';
import { hours, later } from '../core/clock.ts';
import type { Webhook } from './webhook.ts';

/** Time for which deliveries are signed with the previous secret too, until the endpoint has the new one. */
export const rotationOverlap = hours(24);

/** `whsec_` and 32 random bytes in base64, as Standard Webhooks writes secrets. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The sealed secrets that sign a delivery at `now`, the current one first. */
export function validSecrets({ secrets, previousSecretUntil }: Webhook, now: Date): readonly string[] {
  const overlaps = previousSecretUntil !== undefined && now.toISOString() < previousSecretUntil;
  return overlaps ? secrets : secrets.slice(0, 1);
}

/** The webhook with another secret, and the previous one for the overlap. */
export function withNewSecret(webhook: Webhook, sealed: string, changedBy: string, now: Date): Webhook {
  return {
    ...webhook,
    secrets: [sealed, ...webhook.secrets.slice(0, 1)],
    previousSecretUntil: later(now, rotationOverlap).toISOString(),
    version: webhook.version + 1,
    changedBy,
  };
}
