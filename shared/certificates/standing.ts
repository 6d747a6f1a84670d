import type { SystemAuth } from '../pairing/system-auth.ts';

/**
 * The standing of a certificate with its System Auth. `good`: the latest, or an earlier one that was not revoked; `replaced`: another was
 * issued instead of it; `unknown`: it was never issued to this System Auth.
 */
export type Standing = 'good' | 'revoked' | 'replaced' | 'unknown';

/** Returns the standing of a certificate by its fingerprint. A signature alone does not prove that it was issued. */
export function standingOf({ certificate, retired, revoked }: SystemAuth, fingerprint: string): Standing {
  if (fingerprint in revoked) return 'revoked';
  if (fingerprint === certificate?.fingerprint) return 'good';
  const before = retired[fingerprint];
  if (!before) return 'unknown';
  return before.replaced ? 'replaced' : 'good';
}
