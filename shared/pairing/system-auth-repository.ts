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

export interface SystemAuthRepository {
  /**
   * Stores it and makes its OAuth client, if it has one, findable. Where the owner has as many as there may be, deletes its pairings that can no
   * longer be completed. Throws NotFound when the owner does not exist, Unauthorized when the credential that it is derived from has ended, and
   * QuotaExceeded.
   */
  insert(auth: SystemAuth): Promise<void>;
  find(owner: AuthOwner, id: string): Promise<SystemAuth | undefined>;
  /** Finds a System Auth without its owner. Reads an index, so a new one may be missing for a moment. */
  findById(tenant: TenantId, id: string): Promise<SystemAuth | undefined>;
  /**
   * Spends the presented token and stores the next one, in one conditional write.
   * Returns the stored System Auth if the token was not the valid one, undefined if there is none.
   */
  exchangeToken(owner: AuthOwner, id: string, presented: string, next: StoredToken): Promise<'committed' | SystemAuth | undefined>;
  /**
   * Gives a System Auth another token, for a caller that proved itself by a certificate, whose use is noted. Leaves a token of an administrator
   * that is good as it is. Throws NotFound.
   */
  replaceToken(auth: SystemAuth, next: StoredToken, presented: PresentedCertificate): Promise<void>;
  /**
   * Gives a System Auth another token on an administrator's behalf. Throws NotFound when it is gone, and ConcurrentUpdate when it got its first
   * certificate since it was read.
   */
  giveToken(auth: SystemAuth, next: StoredToken, terms: TokenTerms | undefined, changedBy: string): Promise<void>;
  /** Ends the life of the token, whatever its state. */
  removeToken(owner: AuthOwner, id: string): Promise<void>;
  /** Ties the token to one CSR; the same CSR may come again. Where the token is not valid for it, answers the System Auth as it stands. */
  reserveToken(
    owner: AuthOwner,
    id: string,
    reservation: TokenReservation,
  ): Promise<{ readonly reserved: SystemAuth } | { readonly refused: SystemAuth | undefined }>;
  /**
   * Records the certificate of an exchange as the latest, while `auth` shows the latest one and the token that was reserved.
   * Otherwise answers the System Auth as it stands, undefined when it is gone.
   */
  commitExchange(auth: SystemAuth, certificate: StoredCertificate, now: Date): Promise<'committed' | SystemAuth | undefined>;
  /**
   * Records a certificate that was renewed with the one of fingerprint `presented`, while `auth` shows the latest one and that one is not revoked.
   * Otherwise answers the System Auth as it stands, undefined when it is gone.
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
   * From now on the certificate is refused, and so is the token that it may have been used to get. What was derived from the System Auth is deleted,
   * all or nothing. Throws NotFound.
   */
  revoke(auth: SystemAuth, presented: PresentedCertificate, now: Date): Promise<void>;
  /**
   * Ends the credential and what was derived from it, all or nothing: their certificates and clients are refused from the next request on. Throws
   * NotFound if it was deleted before.
   */
  delete(auth: SystemAuth): Promise<void>;
  listByOwner(owner: AuthOwner): Promise<SystemAuth[]>;
  inventoryOf(owner: AuthOwner): Promise<Inventory>;
  /** Lets the next call of the owner's credentials set its status to CONNECTED again. */
  forgetContact(owner: AuthOwner): Promise<void>;
  /** Records that the credential was used, and if `fingerprint` is given that this certificate, the latest, was. */
  touch(auth: SystemAuth, now: string, fingerprint?: string): Promise<void>;
  /**
   * Records the first use of the credential and sets its owner's status to CONNECTED, all or nothing. A Runtime is watched from then on: it
   * counts as disconnected when nothing was heard of it until `silentAt`.
   */
  connect(auth: SystemAuth, now: string, silentAt: Date): Promise<void>;
  /** Records the first use of the credential after a silence: its Runtime is connected again, and watched. */
  reconnect(auth: SystemAuth, now: string, silentAt: Date): Promise<void>;
}
