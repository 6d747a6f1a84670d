import type { ConsumerKind, OwnerKind } from '../core/actor.ts';
import { later, minutes } from '../core/clock.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Origin } from './origin.ts';

/** The owner of a credential. */
export interface AuthOwner {
  readonly tenant: TenantId;
  readonly kind: ConsumerKind;
  readonly id: string;
}

/** The Application or Runtime that a one-time token or a certificate belongs to; an integration system has neither. */
export interface Owner extends AuthOwner {
  readonly kind: OwnerKind;
}

/** The one-time token of a System Auth, as stored: its secret exists only as a SHA-256. */
export interface StoredToken {
  readonly digest: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly usedAt?: string;
  /** The SHA-256 of the CSR that the token was reserved for: the same CSR may be sent again, no other. */
  readonly csrDigest?: string;
  /** The fingerprint of the certificate it was exchanged for. */
  readonly certificateFingerprint?: string;
  /** Derivation from the token before it, so that a repeated request with the same key can be answered again. */
  readonly derivation?: { readonly digest: string; readonly keyDigest: string; readonly salt: string };
}

/** The latest certificate of a System Auth. Each further one raises the generation. */
export interface StoredCertificate {
  readonly generation: number;
  readonly fingerprint: string;
  readonly serialNumber: string;
  /** The authority that issued it: see `authorityIdOf`. */
  readonly issuer: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly pem: string;
  /** The SHA-256 of the CSR it was issued for. */
  readonly csrDigest: string;
  /** The fingerprint of the certificate that it replaced. */
  readonly follows?: string;
  /** Time of its first use; recorded only if it follows another. */
  readonly usedAt?: string;
}

/**
 * Placeholder for the authority or serial number of a certificate that release 0.1.0 did not record. Such a certificate is refused if it is revoked,
 * but no revocation list names it.
 */
export const unknownToRelease010 = 'unknown';

/** A remembered certificate other than the latest, kept under its fingerprint until it expires. */
export interface KnownCertificate {
  readonly serialNumber: string;
  readonly issuer: string;
  readonly notAfter: string;
}

interface RetiredCertificate extends KnownCertificate {
  readonly generation: number;
  /** Set if another was issued instead of it after a lost answer: it is refused. */
  readonly replaced?: boolean;
}

interface SuspectedCertificate extends KnownCertificate {
  readonly reason: CloneSuspicion;
}

/**
 * Reason to suspect a copied key: a renewal with a certificate that has too many successors, or whose successor is in use; the use of a certificate
 * that was replaced, or of one that an own authority signed and no System Auth records.
 */
export type CloneSuspicion = 'OLDER_GENERATION' | 'SUCCESSOR_IN_USE' | 'REPLACED' | 'NOT_RECORDED';

export type Fingerprinted<T> = Readonly<Record<string, T>>;

/** A client certificate as its holder presents it. */
export interface PresentedCertificate extends KnownCertificate {
  readonly fingerprint: string;
}

/** Terms of the token and of every token that it is exchanged for. */
export interface TokenTerms {
  /** The certificate it was obtained with, if not from an administrator. */
  readonly presented?: PresentedCertificate;
  /** Thumbprint of the only key that may get a certificate, if the administrator named one. */
  readonly keyThumbprint?: string;
}

/**
 * A trusted connection of an Application, Runtime or integration system: its pairing and certificate, or its OAuth client, with revocations
 * and last contact.
 */
export interface SystemAuth {
  readonly id: string;
  readonly owner: AuthOwner;
  readonly version: number;
  readonly createdAt: string;
  /** The caller that asked for it; absent in items of earlier versions. */
  readonly origin?: Origin;
  readonly token?: StoredToken;
  readonly tokenTerms?: TokenTerms;
  readonly certificate?: StoredCertificate;
  /** The OAuth client that is this credential; then there is neither token nor certificate. */
  readonly client?: { readonly clientId: string };
  /** Certificates before the latest one, which are valid to their end unless they were replaced. */
  readonly retired: Fingerprinted<RetiredCertificate>;
  readonly revoked: Fingerprinted<KnownCertificate>;
  /** Certificates whose use or renewal was refused because their key may have been copied. */
  readonly suspected: Fingerprinted<SuspectedCertificate>;
  /** The only scopes of its kind that the credential has; absent where its maker held all of them. */
  readonly scopes?: readonly string[];
  /** Set if its holder is an integration system of all tenants. */
  readonly allTenants?: true;
  /** True if a call with this credential has set its owner's status to CONNECTED. */
  readonly connected: boolean;
  readonly lastSeenAt?: string;
  /** The last contact of its Runtime, by any credential. Not stored with it; only a read for a call has it. */
  readonly ownerSeenAt?: string;
  /** Set when its Runtime was found to be disconnected, until it is used again. */
  readonly silent?: boolean;
  /** Author of the latest change, as `kind/id`. */
  readonly changedBy: string;
}

/** An owner's System Auths at the time of reading, to end all of them at once. */
export interface Inventory {
  readonly ids: readonly string[];
  /** Changes whenever a System Auth is added. */
  readonly revision: number;
}

/** Returns true for a pairing that was not completed: there is a token at most, and nothing to call with. */
export const isPending = ({ certificate, client }: SystemAuth): boolean => certificate === undefined && client === undefined;

/** Grace period in which a request with an expiring token is still answered. */
const lastMoment = minutes(1);

/** Latest expiry of tokens that can no longer be completed at a time. */
export const tokensOverAt = (now: Date): string => later(now, -lastMoment).toISOString();

/** Returns true for a pairing that can no longer be completed, unless an administrator issues another token. */
export const isOver = (auth: SystemAuth, now: Date): boolean =>
  isPending(auth) && (auth.token === undefined || auth.token.expiresAt <= tokensOverAt(now));

/** Returns true if its first use is to be recorded: it replaced a certificate that may be renewed until then. */
export const isUnusedSuccessor = ({ certificate }: SystemAuth, fingerprint: string): boolean =>
  certificate?.fingerprint === fingerprint && certificate.follows !== undefined && certificate.usedAt === undefined;
