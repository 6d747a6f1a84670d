import { hours, later } from '../core/clock.ts';
import type { Sealer } from '../core/sealer.ts';
import { newSigningKey, type SignatureScheme } from './signing-keys.ts';
import { type Webhook, webhookSealingContext } from './webhook.ts';

/** Time for which deliveries are signed with the previous secret too, until the endpoint has the new one. */
export const rotationOverlap = hours(24);

/** A signing key as it is stored: the secret is sealed for its webhook, the public key is not secret. */
export interface SealedSigningKey {
  readonly sealed: string;
  readonly publicKey?: string;
}

/** Makes a key for a webhook. */
export async function sealedSigningKey(
  scheme: SignatureScheme,
  { owner, id }: Pick<Webhook, 'owner' | 'id'>,
  sealer: Pick<Sealer, 'seal'>,
): Promise<SealedSigningKey> {
  const { secret, publicKey } = newSigningKey(scheme);
  return { sealed: await sealer.seal(webhookSealingContext(owner.tenant, id), secret), publicKey };
}

export const signatureScheme = ({ publicKey }: Pick<Webhook, 'publicKey'>): SignatureScheme =>
  publicKey === undefined ? 'SYMMETRIC' : 'ASYMMETRIC';

/** The sealed secrets that sign a delivery at `now`, the current one first. */
export function validSecrets({ secrets, previousSecretUntil }: Webhook, now: Date): readonly string[] {
  const overlaps = previousSecretUntil !== undefined && now.toISOString() < previousSecretUntil;
  return overlaps ? secrets : secrets.slice(0, 1);
}

/** The webhook with another secret, and the previous one for the overlap. */
export function withNewSecret<Of extends Pick<Webhook, 'secrets'>>(webhook: Of, { sealed, publicKey }: SealedSigningKey, now: Date): Of {
  return {
    ...webhook,
    secrets: [sealed, ...webhook.secrets.slice(0, 1)],
    publicKey,
    previousSecretUntil: later(now, rotationOverlap).toISOString(),
  };
}
