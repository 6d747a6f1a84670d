import type { RevocationList, RevokedCertificate } from './revoked-certificate.ts';

/** Revoked certificates and the list that names them, for each authority: of all tenants together, since an authority has one list. */
export interface RevocationRepository {
  /** Records a revoked certificate. The record stays unchanged until some days after the certificate's end. */
  record(revoked: RevokedCertificate): Promise<void>;
  /** Reads every recorded certificate, strongly consistent. */
  listByAuthority(authorityId: string): Promise<readonly RevokedCertificate[]>;
  /** Reserves a list number, higher than all before. */
  reserveNumber(authorityId: string): Promise<number>;
  /** Makes a list the latest unless one with a higher number is. Returns true if it did. */
  announce(list: RevocationList): Promise<boolean>;
  latest(authorityId: string): Promise<RevocationList | undefined>;
}
