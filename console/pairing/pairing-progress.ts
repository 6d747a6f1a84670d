interface PairingMember {
  readonly status: { readonly condition: string };
  /** Null where the user may not read credentials. */
  readonly auths:
    | readonly { readonly lastSeenAt: string | null; readonly certificates: readonly { readonly fingerprint: string }[] | null }[]
    | null;
}

export type PairingProgress = 'not-paired' | 'waiting' | 'certified' | 'connected';

/** The fingerprints of the certificates that a member has. */
export const fingerprintsOf = ({ auths }: PairingMember): string[] =>
  (auths ?? []).flatMap(({ certificates }) => (certificates ?? []).map(({ fingerprint }) => fingerprint));

/**
 * Returns how far a pairing is: a certificate is issued for the one-time token, then the member calls with it. `before` are the fingerprints of its certificates
 * when the token was made; undefined before one was made here.
 */
export function pairingProgress(member: PairingMember, before: readonly string[] | undefined): PairingProgress {
  const isConnected = member.status.condition === 'CONNECTED';
  if (!before) return isConnected ? 'connected' : 'not-paired';
  if (!member.auths) return isConnected ? 'connected' : 'waiting';
  const isNew = ({ fingerprint }: { readonly fingerprint: string }) => !before.includes(fingerprint);
  const paired = member.auths.find(({ certificates }) => certificates?.some(isNew));
  if (!paired) return 'waiting';
  return paired.lastSeenAt === null ? 'certified' : 'connected';
}
