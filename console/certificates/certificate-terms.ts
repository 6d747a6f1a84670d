export type CertificateTerm = 'valid' | 'soon' | 'ended';

const dayMs = 24 * 3_600_000;

/** Days before its end from which a certificate is pointed out: Agents renew long before. */
export const soonDays = 14;

/** Returns how near the end of a certificate is. */
export function termOf(notAfter: string, now = new Date()): CertificateTerm {
  const leftMs = Date.parse(notAfter) - now.getTime();
  if (leftMs <= 0) return 'ended';
  return leftMs <= soonDays * dayMs ? 'soon' : 'valid';
}

export type CertificateChoice = 'all' | 'soon' | 'ended' | 'suspected';

/** The filter of the API for a choice of the list. */
export function filterOf(choice: CertificateChoice, now = new Date()) {
  const at = now.toISOString();
  if (choice === 'soon') return { from: at, to: new Date(now.getTime() + soonDays * dayMs).toISOString() };
  if (choice === 'ended') return { to: at };
  return choice === 'suspected' ? { suspected: true } : {};
}
