import type { SystemAuth } from '../pairing/system-auth.ts';

/**
 * What a System Auth says of a certificate that an authority of ours signed. `good` is the latest one, and any before it that was not revoked;
 * `replaced` one that another was issued instead of; `unknown` one that this System Auth was never given.
 */
export type Standing = 'good' | 'revoked' | 'replaced' | 'unknown';

/** Says how a certificate stands, by its fingerprint: a signature alone is no proof that it was issued. */
export function standingOf({ certificate, retired, revoked }: SystemAuth, fingerprint: string): Standing {
  if (fingerprint in revoked) return 'revoked';
  if (fingerprint === certificate?.fingerprint) return 'good';
  const before = retired[fingerprint];
  if (!before) return 'unknown';
  return before.replaced ? 'replaced' : 'good';
}
