import { describeActor, type OwnerKind } from '../core/actor.ts';
import { type Clock, later } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import { digestOf, formatToken, newSecret } from './one-time-token.ts';
import type { Origin } from './origin.ts';
import type { Owner, StoredToken } from './system-auth.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

/** Lifetime of tokens, in milliseconds. */
export type TokenLifetimes = Readonly<Record<OwnerKind, number>>;

/** A token in the form for its holder; it is not stored. */
export interface IssuedToken {
  readonly token: string;
  readonly authId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

interface Deps {
  readonly auths: Pick<SystemAuthRepository, 'insert'>;
  readonly clock: Clock;
  readonly lifetimes: TokenLifetimes;
}

/** Limits of a new pairing. */
interface PairingLimits {
  /** Thumbprint of the only key that may get a certificate. */
  readonly keyThumbprint?: string;
  /** The only scopes of its kind that the pairing has. */
  readonly scopes?: readonly string[];
}

/**
 * Starts a pairing: a new System Auth with a one-time token. Throws NotFound if the owner does not exist, and Unauthorized if the caller's credential
 * has ended.
 */
export async function issueOneTimeToken(
  owner: Owner,
  origin: Origin,
  { auths, clock, lifetimes }: Deps,
  { keyThumbprint, ...scopes }: PairingLimits = {},
): Promise<IssuedToken> {
  const authId = newId();
  const secret = newSecret();
  const token = storedToken(secret, clock(), lifetimes[owner.kind]);
  const tokenTerms = keyThumbprint === undefined ? {} : { tokenTerms: { keyThumbprint } };
  const certificates = { retired: {}, revoked: {}, suspected: {} };
  const { issuedAt: createdAt } = token;
  const pairing = { token, ...tokenTerms, ...scopes, ...certificates, connected: false };
  await auths.insert({ id: authId, owner, origin, version: 1, createdAt, ...pairing, changedBy: describeActor(origin) });
  return { token: formatToken({ owner, authId, secret }), authId, createdAt: token.issuedAt, expiresAt: token.expiresAt };
}

/** The stored form of a token, without its secret. */
export const storedToken = (secret: Buffer, now: Date, lifetime: number): StoredToken => ({
  digest: digestOf(secret),
  issuedAt: now.toISOString(),
  expiresAt: later(now, lifetime).toISOString(),
});
