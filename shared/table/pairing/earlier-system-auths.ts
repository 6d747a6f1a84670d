import type { KnownCertificate } from '#shared/pairing/system-auth.ts';

/**
 * Placeholder for the authority of a certificate that release 0.1.0 issued without recording it. Such a certificate is refused if it is revoked, but
 * no revocation list names it.
 */
export const unknownIssuer = 'unknown';

/** Revoked certificates by fingerprint. Release 0.1.0 kept the end of each alone. */
export const revokedOf = (revoked: Readonly<Record<string, KnownCertificate | string>>): Record<string, KnownCertificate> =>
  Object.fromEntries(
    Object.entries(revoked).map(([fingerprint, value]) => [fingerprint, typeof value === 'string' ? ended(value) : value]),
  );

const ended = (notAfter: string): KnownCertificate => ({ serialNumber: unknownIssuer, issuer: unknownIssuer, notAfter });
