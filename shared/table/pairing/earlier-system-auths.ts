import { type KnownCertificate, unknownToRelease010 } from '#shared/pairing/system-auth.ts';

/** Revoked certificates by fingerprint. Release 0.1.0 kept the end of each alone. */
export const revokedOf = (revoked: Readonly<Record<string, KnownCertificate | string>>): Record<string, KnownCertificate> =>
  Object.fromEntries(
    Object.entries(revoked).map(([fingerprint, value]) => [fingerprint, typeof value === 'string' ? ended(value) : value]),
  );

const ended = (notAfter: string): KnownCertificate => ({ serialNumber: unknownToRelease010, issuer: unknownToRelease010, notAfter });
