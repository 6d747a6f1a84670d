import type { RevocationList, RevokedCertificate } from './revoked-certificate.ts';

/** Revoked certificates and the list that names them, for each authority: of all tenants together, since an authority has one list. */
export interface RevocationRepository {
  /** Once recorded, a certificate stays as it is until some days after its end. */
  record(revoked: RevokedCertificate): Promise<void>;
  /** Every certificate on record, those recorded a moment ago included. */
  listByAuthority(authorityId: string): Promise<readonly RevokedCertificate[]>;
  /** A number that no list has had yet, higher than all before. */
  reserveNumber(authorityId: string): Promise<number>;
  /** Makes a list the latest, unless one with a higher number is. Answers whether it did. */
  announce(list: RevocationList): Promise<boolean>;
  latest(authorityId: string): Promise<RevocationList | undefined>;
}
