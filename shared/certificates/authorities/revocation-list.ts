import { AsnConvert } from '@peculiar/asn1-schema';
import { CRLNumber, id_ce_cRLNumber } from '@peculiar/asn1-x509';
import type { ListContents } from '../certificate-authority.ts';
import { AuthorityKeyIdentifierExtension, Extension, type X509Certificate, X509CrlReason } from '../x509.ts';

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** Everything in a revocation list but its signature. No entry is dated later than the list, which begins in the past. */
export async function revocationListFields({ number, thisUpdate, nextUpdate, revoked }: ListContents, issuer: X509Certificate) {
  return {
    issuer: issuer.subjectName,
    thisUpdate,
    nextUpdate,
    extensions: [
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      new Extension(id_ce_cRLNumber, false, AsnConvert.serialize(new CRLNumber(number))),
    ],
    entries: revoked.map(({ serialNumber, revokedAt }) => ({
      serialNumber,
      revocationDate: earlier(new Date(revokedAt), thisUpdate),
      reason: X509CrlReason.cessationOfOperation,
    })),
  };
}

export type RevocationListFields = Awaited<ReturnType<typeof revocationListFields>>;
