export type CertificateTerm = 'valid' | 'soon' | 'ended';

const dayMs = 24 * 3_600_000;

/** Days before its end from which a certificate is listed as one that ends soon. */
export const soonDays = 14;

/** The part of a certificate's life that is left when it is pointed out at the latest: Agents renew earlier. */
const lateFraction = 0.2;

/** Returns how near the end of a certificate is. One that lives for days only is near it in the last fifth of its life. */
export function termOf(notAfter: string, notBefore: string | null, now = new Date()): CertificateTerm {
  const end = Date.parse(notAfter);
  const leftMs = end - now.getTime();
  if (leftMs <= 0) return 'ended';
  const lateMs = notBefore === null ? soonDays * dayMs : (end - Date.parse(notBefore)) * lateFraction;
  return leftMs <= Math.min(lateMs, soonDays * dayMs) ? 'soon' : 'valid';
}

export type CertificateChoice = 'all' | 'soon' | 'ended' | 'suspected';

/** The filter of the API for a choice of the list. */
export function filterOf(choice: CertificateChoice, now = new Date()) {
  const at = now.toISOString();
  if (choice === 'soon') return { from: at, to: new Date(now.getTime() + soonDays * dayMs).toISOString() };
  if (choice === 'ended') return { to: at };
  return choice === 'suspected' ? { suspected: true } : {};
}
