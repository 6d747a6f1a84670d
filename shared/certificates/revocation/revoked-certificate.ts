import { days } from '../../core/clock.ts';

/** A certificate that its authority no longer vouches for. */
export interface RevokedCertificate {
  /** Id of the issuing authority: see `authorityIdOf`. */
  readonly authorityId: string;
  /** Lower-case hexadecimal. */
  readonly serialNumber: string;
  readonly revokedAt: string;
  readonly notAfter: string;
}

/** A list of an authority's revoked certificates as it was signed; the one with the highest number counts. */
export interface RevocationList {
  readonly authorityId: string;
  readonly number: number;
  readonly thisUpdate: string;
  readonly nextUpdate: string;
}

/** A list is replaced with each revocation, and at least every 18 hours; whoever checks certificates may rely on one for as long as this. */
export const listLifetime = days(7);

/** A certificate is listed beyond its end, so that at least one list that was valid then names it. */
export const listedAfterEnd = listLifetime;
