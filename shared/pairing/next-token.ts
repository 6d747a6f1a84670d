import { randomBytes } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { storedToken, type TokenLifetimes } from './issue-one-time-token.ts';
import { deriveSecret, digestOf, formatToken, newSecret, type OneTimeToken } from './one-time-token.ts';
import type { Owner, PresentedCertificate, SystemAuth } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'exchangeToken' | 'replaceToken'>;
  readonly clock: Clock;
  readonly lifetimes: TokenLifetimes;
}

/**
 * Spends a token and returns the next one, decided by one conditional write. A caller that repeats the same token with the same idempotency key gets
 * the same next token. Throws TokenInvalid when the token is unknown, used or expired.
 */
export async function nextToken(presented: OneTimeToken, idempotencyKey: string | undefined, deps: Deps): Promise<string> {
  const { owner, authId } = presented;
  const digest = digestOf(presented.secret);
  const salt = randomBytes(32).toString('base64url');
  const secret = deriveSecret(presented.secret, salt);
  const derivation = idempotencyKey === undefined ? undefined : { digest, keyDigest: digestOf(idempotencyKey), salt };
  const next = { ...storedToken(secret, deps.clock(), deps.lifetimes[owner.kind]), derivation };
  const outcome = await deps.auths.exchangeToken(owner, authId, digest, next);
  if (outcome === 'committed') return formatToken({ owner, authId, secret });
  const repeated = outcome && derivation && repeatOf(outcome, derivation, deps.clock());
  if (!repeated) throw tokenInvalid();
  return formatToken({ owner, authId, secret: deriveSecret(presented.secret, repeated) });
}

type Presented = PresentedCertificate & { readonly owner: Owner };

/**
 * Issues a further token to a caller with a certificate, as existing agents expect. It replaces the earlier one, and allows no more than a renewal
 * with that certificate. A valid token of an administrator is not replaced; then the returned token is invalid.
 */
export async function nextTokenForCertificate(auth: SystemAuth, presented: Presented, deps: Deps): Promise<string> {
  const { owner } = presented;
  const secret = newSecret();
  await deps.auths.replaceToken(auth, storedToken(secret, deps.clock(), deps.lifetimes[owner.kind]), presented);
  return formatToken({ owner, authId: auth.id, secret });
}

export const tokenInvalid = (): AppError =>
  new AppError(
    'TokenInvalid',
    'Failed to authenticate request. Token authentication error: the one-time token is unknown, used or expired',
  );

/** The salt of the token that the same request got before, while that token is valid. */
function repeatOf({ token }: SystemAuth, request: { digest: string; keyDigest: string }, now: Date): string | undefined {
  const made = token?.derivation;
  const same = made?.digest === request.digest && made.keyDigest === request.keyDigest;
  return same && token && token.expiresAt > now.toISOString() ? made.salt : undefined;
}
