import { days } from '#shared/core/clock.ts';

/** A certificate in a client's hands. */
export interface HeldCertificate {
  readonly pem: string;
  readonly fingerprint: string;
  /** Index of the pairing's CSR that it was issued for. */
  readonly csr: number;
  readonly generation: number;
  readonly notAfter: number;
  readonly follows: HeldCertificate | undefined;
  used: boolean;
  revoked: boolean;
  /** Another was issued instead of it. */
  replaced: boolean;
}

/** A token in a client's hands. */
export interface HeldToken {
  readonly text: string;
  readonly expiresAt: number;
  /** The certificate it was obtained with. */
  readonly presented: HeldCertificate | undefined;
  traded?: { readonly key: string | undefined; readonly next: HeldToken };
  csr?: number;
  certificate?: HeldCertificate;
}

/** The expected state of a System Auth, and everything that was ever issued for it. */
export interface Pairing {
  readonly authId: string;
  /** The one whose certificate was used to ask for this one, if one was. */
  readonly maker: Pairing | undefined;
  readonly tokens: HeldToken[];
  readonly certificates: HeldCertificate[];
  /** End of each certificate whose use or renewal was refused because its key may be copied, by fingerprint. */
  readonly suspected: Map<string, number>;
  deleted: boolean;
  /** The one token that counts. */
  current: HeldToken | undefined;
  latest: HeldCertificate | undefined;
}

export interface Model {
  readonly pairings: Pairing[];
  now: number;
}

const descendsFrom = ({ maker }: Pairing, pairing: Pairing): boolean =>
  maker !== undefined && (maker === pairing || descendsFrom(maker, pairing));

/** Whatever was made with a pairing ends with it. */
export function endDescendants({ pairings }: Model, pairing: Pairing): void {
  for (const one of pairings) one.deleted ||= descendsFrom(one, pairing);
}

export type Refusal = 'TokenInvalid' | 'CertificateInvalid' | 'CertificateSuperseded';

/** The expected answer to a request for a certificate. */
export type Expected =
  | { readonly refused: Refusal }
  | { readonly again: HeldCertificate }
  | { readonly follows: HeldCertificate | undefined };

export const lifetime = { token: 3_600_000, certificate: days(7) };

/** An administrator's token always leads to a certificate; a certificate leads to the next one, or to another instead of an unused one. */
function successor({ latest }: Pairing, presented: HeldCertificate | undefined, csr: number): Expected {
  if (presented === undefined || presented === latest) return { follows: latest };
  if (latest === undefined || presented !== latest.follows) return { refused: 'CertificateSuperseded' };
  if (latest.csr === csr) return { again: latest };
  return latest.used ? { refused: 'CertificateSuperseded' } : { follows: presented };
}

const isLive = (pairing: Pairing, token: HeldToken, now: number): boolean =>
  !pairing.deleted && pairing.current === token && token.expiresAt > now;

/** Returns true if an administrator's token is still usable: a certificate cannot replace it. */
export const isAwaited = (pairing: Pairing, now: number): boolean => {
  const { current } = pairing;
  return current !== undefined && isLive(pairing, current, now) && current.presented === undefined && current.csr === undefined;
};

export function expectExchange(pairing: Pairing, token: HeldToken, csr: number, now: number): Expected {
  if (!isLive(pairing, token, now) || (token.csr ?? csr) !== csr) return { refused: 'TokenInvalid' };
  if (!token.certificate) return successor(pairing, token.presented, csr);
  return token.certificate === pairing.latest ? { again: token.certificate } : { refused: 'TokenInvalid' };
}

/** Why a certificate is refused, whatever it is presented for. */
export function refusalOf(pairing: Pairing, certificate: HeldCertificate, now: number): Refusal | undefined {
  if (pairing.deleted || certificate.revoked || certificate.notAfter <= now) return 'CertificateInvalid';
  return certificate.replaced ? 'CertificateSuperseded' : undefined;
}

export function expectRenewal(pairing: Pairing, certificate: HeldCertificate, csr: number, now: number): Expected {
  const refused = refusalOf(pairing, certificate, now);
  return refused ? { refused } : successor(pairing, certificate, csr);
}

/** The token that `token` was or can be turned into; a repeat with the same key leads to the same one while that one counts. */
export function expectNextToken(pairing: Pairing, token: HeldToken, key: string | undefined, now: number): 'new' | HeldToken | Refusal {
  if (isLive(pairing, token, now) && token.csr === undefined) return 'new';
  const { traded } = token;
  const repeated = key !== undefined && traded?.key === key && isLive(pairing, traded.next, now);
  return repeated ? traded.next : 'TokenInvalid';
}
