import type { OwnerKind } from '../core/actor.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type {
  AuthOwner,
  CloneSuspicion,
  Inventory,
  PresentedCertificate,
  StoredCertificate,
  StoredToken,
  SystemAuth,
  TokenTerms,
} from './system-auth.ts';

/** A presented one-time token: the digest of its secret and, for an exchange, of the CSR, with the thumbprint of its key. */
interface TokenReservation {
  readonly digest: string;
  readonly csrDigest: string;
  readonly keyThumbprint: string;
  readonly now: string;
}

/** Leaves credentials out of the list by the end of their certificates. Default: none. */
interface CertificateFilter {
  /** The latest certificate ends then or later. */
  readonly from?: Date;
  /** The latest certificate ends then or earlier. */
  readonly to?: Date;
  readonly kinds?: readonly OwnerKind[];
  /** Leaves out those without clone suspicions. */
  readonly isSuspected: boolean;
}

export interface SystemAuthRepository {
  /**
   * Stores a System Auth with the entry of its OAuth client, if it has one. If the owner has reached a limit, deletes its pairings that can no longer
   * be completed. Throws NotFound if the owner does not exist, Unauthorized if the credential that it is derived from has ended, and QuotaExceeded.
   */
  insert(auth: SystemAuth): Promise<void>;
  find(owner: AuthOwner, id: string): Promise<SystemAuth | undefined>;
  /** Finds the System Auth of a call, and beside it the last contact of its Runtime. */
  findInUse(owner: AuthOwner, id: string): Promise<SystemAuth | undefined>;
  /** Returns the contact of a Runtime that was noted last, eventually consistent; undefined if none was. Credentials may have a later one. */
  lastContact(owner: AuthOwner): Promise<string | undefined>;
  /** The same of several Runtimes, by their ids, up to date: one batch read. Runtimes without a contact in the last 30 days are missing. */
  lastContacts(tenant: TenantId, runtimeIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Notes a contact of a Runtime, whatever credential it used. */
  noteContact(owner: AuthOwner, now: Date): Promise<void>;
  /** Finds a System Auth without its owner. Reads an index, so a new one may be missing for a moment. */
  findById(tenant: TenantId, id: string): Promise<SystemAuth | undefined>;
  /**
   * Spends the presented token and stores the next one, in one conditional write.
   * Returns the stored System Auth if the token was not the valid one, undefined if there is none.
   */
  exchangeToken(owner: AuthOwner, id: string, presented: string, next: StoredToken): Promise<'committed' | SystemAuth | undefined>;
  /**
   * Stores another token in a System Auth, for a caller with a certificate, whose use is recorded. A valid token of an administrator stays. Throws
   * NotFound.
   */
  replaceToken(auth: SystemAuth, next: StoredToken, presented: PresentedCertificate): Promise<void>;
  /**
   * Stores another token in a System Auth for an administrator. Throws NotFound if it was deleted, and ConcurrentUpdate if it got its first
   * certificate since it was read.
   */
  giveToken(auth: SystemAuth, next: StoredToken, terms: TokenTerms | undefined, changedBy: string): Promise<void>;
  /** Invalidates the token in any state. */
  removeToken(owner: AuthOwner, id: string): Promise<void>;
  /** Binds the token to one CSR; the same CSR may be sent again. Returns the stored System Auth if the token is not valid for it. */
  reserveToken(
    owner: AuthOwner,
    id: string,
    reservation: TokenReservation,
  ): Promise<{ readonly reserved: SystemAuth } | { readonly refused: SystemAuth | undefined }>;
  /**
   * Records the certificate of an exchange as the latest, if `auth` has the stored latest one and the reserved token. Otherwise returns the stored
   * System Auth, undefined if it was deleted.
   */
  commitExchange(auth: SystemAuth, certificate: StoredCertificate, now: Date): Promise<'committed' | SystemAuth | undefined>;
  /**
   * Records a certificate that was renewed with the one of fingerprint `presented`, if `auth` has the stored latest one and that one is not revoked.
   * Otherwise returns the stored System Auth, undefined if it was deleted.
   */
  commitRenewal(
    auth: SystemAuth,
    presented: string,
    certificate: StoredCertificate,
    now: Date,
  ): Promise<'committed' | SystemAuth | undefined>;
  /** Records, once, an attempt to renew with a certificate whose key may have been copied. */
  suspect(auth: SystemAuth, presented: PresentedCertificate, reason: CloneSuspicion, now: Date): Promise<void>;
  /**
   * Revokes the certificate and the token that was obtained with it, and deletes the System Auths derived from this one, in one transaction. Throws
   * NotFound.
   */
  revoke(auth: SystemAuth, presented: PresentedCertificate, now: Date): Promise<void>;
  /**
   * Deletes the credential and those derived from it in one transaction: their certificates and clients are refused from the next request on. Throws
   * NotFound if it was deleted before.
   */
  delete(auth: SystemAuth): Promise<void>;
  listByOwner(owner: AuthOwner): Promise<SystemAuth[]>;
  /**
   * Lists those with a certificate by the end of the latest one, the first to end first, by one query. With a filter of kinds or suspicions a page may
   * end early, and be empty, although there is a next one.
   */
  listByEnd(tenant: TenantId, filter: CertificateFilter, page: PageRequest): Promise<Page<SystemAuth>>;
  inventoryOf(owner: AuthOwner): Promise<Inventory>;
  /** Resets the first use, so that the next call of the owner's credentials sets its status to CONNECTED again. */
  forgetContact(owner: AuthOwner): Promise<void>;
  /** Records the use of the credential and, if `fingerprint` is given, of this certificate, which is the latest. */
  touch(auth: SystemAuth, now: string, fingerprint?: string): Promise<void>;
  /**
   * Records the first use of the credential and sets its owner's status to CONNECTED, all or nothing. A Runtime is watched from then on: it
   * counts as disconnected when nothing was heard of it until `silentAt`.
   */
  connect(auth: SystemAuth, now: string, silentAt: Date): Promise<void>;
  /** Records the first use of the credential after a silence: its Runtime is connected again, and watched. */
  reconnect(auth: SystemAuth, now: string, silentAt: Date): Promise<void>;
}
