import { type StoredCertificate, type SystemAuth, tokensOverAt } from '#shared/pairing/system-auth.ts';

/** Both conditions hold. */
export const both = <A, B>(one: A, other: B) => ({ and: [one, other] });

/** At least one of the conditions holds. */
export const either = <A, B>(one: A, other: B) => ({ or: [one, other] });

/** The System Auth exists. */
export const exists = { attr: 'createdAt', exists: true } as const;

/** No System Auth of this id was stored before. */
export const isNew = { attr: 'createdAt', exists: false } as const;

/** The System Auth never had a certificate. */
export const hasNoCertificate = { attr: 'certificate', exists: false } as const;

/** The certificate of this fingerprint is the latest one. */
export const latestIs = (fingerprint: string) => ({ attr: 'certificate.fingerprint', eq: fingerprint }) as const;

/** The certificate of this fingerprint is not revoked. */
export const isNotRevoked = (fingerprint: string) => ({ attr: `revoked.${fingerprint}`, exists: false }) as const;

/** The certificate of this fingerprint is not under suspicion yet. */
export const isNotSuspected = (fingerprint: string) => ({ attr: `suspected.${fingerprint}`, exists: false }) as const;

/** The token has this digest, and has not expired. */
export const tokenIs = (digest: string, now: string) =>
  both({ attr: 'token.digest', eq: digest } as const, { attr: 'token.expiresAt', gt: now } as const);

/** There is no token, or one that can no longer be completed. */
export const tokenIsOver = (now: Date) =>
  either({ attr: 'token', exists: false } as const, { attr: 'token.expiresAt', lte: tokensOverAt(now) } as const);

/** The token was neither exchanged for another nor bound to a CSR. */
export const tokenIsUnused = { attr: 'token.usedAt', exists: false } as const;

/** The token is bound to the CSR of this digest. */
export const tokenIsTiedTo = (csrDigest: string) => ({ attr: 'token.csrDigest', eq: csrDigest }) as const;

/** The token has led to no certificate. */
export const tokenIsNotExchanged = { attr: 'token.certificateFingerprint', exists: false } as const;

/** The token is bound to no key, or to the one of this thumbprint. */
export const tokenAllowsKey = (keyThumbprint: string) =>
  either({ attr: 'tokenTerms.keyThumbprint', exists: false } as const, { attr: 'tokenTerms.keyThumbprint', eq: keyThumbprint } as const);

/** The token may be replaced: it is not from an administrator, or was used or has expired. */
export const tokenGivesWay = (now: string) => ({
  or: [
    { attr: 'token', exists: false } as const,
    { attr: 'token.usedAt', exists: true } as const,
    { attr: 'token.expiresAt', lte: now } as const,
    { attr: 'tokenTerms.presented', exists: true } as const,
  ],
});

/** The latest certificate is still the one in `auth`; if `next` replaces it, it has not been used. */
export function latestIsAsRead({ certificate }: SystemAuth, next: StoredCertificate) {
  if (!certificate) return hasNoCertificate;
  const { fingerprint } = certificate;
  if (next.follows === fingerprint) return latestIs(fingerprint);
  return both(latestIs(fingerprint), { attr: 'certificate.usedAt', exists: false } as const);
}
