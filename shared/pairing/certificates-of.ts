import type { CloneSuspicion, Fingerprinted, KnownCertificate, SystemAuth } from './system-auth.ts';
import { unknownToRelease010 } from './system-auth.ts';

/** The standing of a certificate among those of its System Auth: see `standingOf`. */
type CertificateState = 'LATEST' | 'EARLIER' | 'REPLACED' | 'REVOKED';

/** The certificate without what is not known of it. */
interface Described {
  readonly fingerprint: string;
  readonly serialNumber?: string;
  readonly issuer?: string;
  readonly notAfter: string;
}

/** A certificate as its System Auth records it. */
export interface CertificateOf extends Described {
  readonly auth: SystemAuth;
  /** Recorded for the latest only. */
  readonly notBefore?: string;
  readonly state: CertificateState;
}

export interface Suspicion extends Described {
  readonly reason: CloneSuspicion;
}

/** The latest certificate of a System Auth; undefined if it has none. */
export function latestCertificateOf(auth: SystemAuth): CertificateOf | undefined {
  const { certificate, revoked } = auth;
  if (!certificate) return undefined;
  const { fingerprint, notBefore } = certificate;
  return { auth, ...described(fingerprint, certificate), notBefore, state: fingerprint in revoked ? 'REVOKED' : 'LATEST' };
}

/** The certificates that a System Auth remembers: the latest one, then the others, the last to end first. */
export function certificatesOf(auth: SystemAuth): CertificateOf[] {
  const { retired, revoked } = auth;
  const latest = latestCertificateOf(auth);
  const others = Object.entries<KnownCertificate & { readonly replaced?: boolean }>({ ...revoked, ...retired })
    .filter(([fingerprint]) => fingerprint !== latest?.fingerprint)
    .map(([fingerprint, known]): CertificateOf => {
      const state = known.replaced ? 'REPLACED' : 'EARLIER';
      return { auth, ...described(fingerprint, known), state: fingerprint in revoked ? 'REVOKED' : state };
    });
  return [...(latest ? [latest] : []), ...others.sort(lastToEndFirst)];
}

/** The suspicions of a System Auth, the last certificate to end first. */
export const suspicionsOf = ({ suspected }: SystemAuth): Suspicion[] =>
  entriesOf(suspected)
    .map(([fingerprint, known]) => ({ ...described(fingerprint, known), reason: known.reason }))
    .sort(lastToEndFirst);

const entriesOf = <T>(certificates: Fingerprinted<T>): [string, T][] => Object.entries(certificates);

const described = (fingerprint: string, { serialNumber, issuer, notAfter }: KnownCertificate): Described => ({
  fingerprint,
  notAfter,
  ...(serialNumber !== unknownToRelease010 && { serialNumber }),
  ...(issuer !== unknownToRelease010 && { issuer }),
});

const lastToEndFirst = (one: Described, other: Described): number =>
  Number(one.notAfter < other.notAfter) - Number(one.notAfter > other.notAfter);
