import { X509Certificate } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { OwnerKind } from '../core/actor.ts';
import { type Clock, minutes } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { isUuid } from '../core/ids.ts';
import { tenantId } from '../core/tenant-id.ts';
import type { Owner } from '../pairing/system-auth.ts';
import { authorityIdOf, isIssuedBy } from './trust-anchors.ts';

/** The holder named by a client certificate whose signature, validity and purpose were checked. */
export interface CertificateIdentity {
  readonly owner: Owner;
  readonly authId: string;
  readonly fingerprint: string;
  /** Lower-case hexadecimal. */
  readonly serialNumber: string;
  /** The authority that issued it: see `authorityIdOf`. */
  readonly issuer: string;
  readonly notAfter: string;
}

const clientAuthentication = '1.3.6.1.5.5.7.3.2';

/** Tolerance for differences between clocks of this system. */
const clockSkew = minutes(5);

/** The URI in the subject alternative name that ties a certificate to its owner. */
export const ownerUri = ({ tenant, kind, id }: Owner): string => `urn:compass:${tenant}:${kind}:${id}`;

/** The times that decide whether a certificate is accepted, in milliseconds since the epoch. */
interface Validity {
  readonly from: number;
  readonly to: number;
  readonly issuerTo: number;
}

interface Checked {
  readonly identity: CertificateIdentity;
  readonly validity: Validity;
}

/** Maximum number of certificates that are remembered. */
const maxRemembered = 1000;

/** The accepted certificates by their PEM, for each list of anchors: parsing one and verifying its signature takes longer than a read of the table. */
const remembered = new WeakMap<readonly X509Certificate[], LRUCache<string, Checked>>();

/**
 * Reads a certificate and makes every check that needs no read of the table. One that was accepted is remembered as long as the anchors are the same,
 * and only its times are checked again. Throws CertificateInvalid with the failed check.
 */
export function certificateIdentity(pem: string, anchors: readonly X509Certificate[], clock: Clock): CertificateIdentity {
  const accepted = remembered.get(anchors) ?? new LRUCache<string, Checked>({ max: maxRemembered });
  remembered.set(anchors, accepted);
  const known = accepted.get(pem);
  if (known) {
    requireValid(known.validity, clock().getTime());
    return known.identity;
  }
  const checked = check(pem, anchors, clock().getTime());
  accepted.set(pem, checked);
  return checked.identity;
}

function requireValid({ from, to, issuerTo }: Validity, now: number): void {
  if (issuerTo <= now) throw certificateInvalid('was issued by an authority that has expired');
  if (from > now + clockSkew) throw certificateInvalid('is not valid yet');
  if (to <= now) throw certificateInvalid('has expired');
}

function check(pem: string, anchors: readonly X509Certificate[], now: number): Checked {
  const certificate = parse(pem);
  const issuer = anchors.find((anchor) => anchor.ca && isIssuedBy(certificate, anchor));
  if (!issuer) throw certificateInvalid('was not issued here');
  const { validFromDate, validToDate } = certificate;
  const validity = { from: validFromDate.getTime(), to: validToDate.getTime(), issuerTo: issuer.validToDate.getTime() };
  requireValid(validity, now);
  if (certificate.ca || !certificate.keyUsage?.includes(clientAuthentication)) throw certificateInvalid('is not a client certificate');
  const identity = {
    owner: ownerOf(certificate),
    authId: commonNameOf(certificate),
    fingerprint: fingerprintOf(certificate),
    serialNumber: certificate.serialNumber.toLowerCase(),
    issuer: authorityIdOf(issuer),
    notAfter: validToDate.toISOString(),
  };
  return { identity, validity };
}

/** SHA-256 of the DER encoding, as lower-case hexadecimal. */
export const fingerprintOf = (certificate: X509Certificate): string => certificate.fingerprint256.replaceAll(':', '').toLowerCase();

const certificateInvalid = (why: string, cause?: unknown) => new AppError('CertificateInvalid', `the client certificate ${why}`, { cause });

function parse(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw certificateInvalid('cannot be read', error);
  }
}

function commonNameOf(certificate: X509Certificate): string {
  // In a list where there are several; `subject` has lines, and what shares a relative distinguished name shares a line.
  const name: unknown = certificate.toLegacyObject().subject.CN;
  if (typeof name !== 'string' || !isUuid(name)) throw certificateInvalid('has no System Auth as its common name');
  return name;
}

const uriPattern = /^URI:urn:compass:([^:]{1,128}):(application|runtime):([^:]{36})$/;

function ownerOf(certificate: X509Certificate): Owner {
  const match = uriPattern.exec(certificate.subjectAltName ?? '');
  if (!match?.[1] || !match[3] || !isUuid(match[3])) throw certificateInvalid('names no owner');
  return { tenant: tenantId(match[1]), kind: match[2] as OwnerKind, id: match[3] };
}
