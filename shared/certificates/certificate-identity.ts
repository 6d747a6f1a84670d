import { X509Certificate } from 'node:crypto';
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

/** Reads a certificate and makes every check that needs no read of the table. Throws CertificateInvalid with the failed check. */
export function certificateIdentity(pem: string, anchors: readonly X509Certificate[], clock: Clock): CertificateIdentity {
  const certificate = parse(pem);
  const now = clock().getTime();
  const issuer = anchors.find((anchor) => anchor.ca && isIssuedBy(certificate, anchor));
  if (!issuer) throw certificateInvalid('was not issued here');
  if (issuer.validToDate.getTime() <= now) throw certificateInvalid('was issued by an authority that has expired');
  if (certificate.validFromDate.getTime() > now + clockSkew) throw certificateInvalid('is not valid yet');
  if (certificate.validToDate.getTime() <= now) throw certificateInvalid('has expired');
  if (certificate.ca || !certificate.keyUsage?.includes(clientAuthentication)) throw certificateInvalid('is not a client certificate');
  return {
    owner: ownerOf(certificate),
    authId: commonNameOf(certificate),
    fingerprint: fingerprintOf(certificate),
    serialNumber: certificate.serialNumber.toLowerCase(),
    issuer: authorityIdOf(issuer),
    notAfter: certificate.validToDate.toISOString(),
  };
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
