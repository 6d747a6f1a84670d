import type { X509Certificate } from 'node:crypto';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { CertificateAuthority } from '#shared/certificates/certificate-authority.ts';
import { fingerprintOf } from '#shared/certificates/certificate-identity.ts';
import { certificatesOf } from '#shared/certificates/trust-anchors.ts';
import { nameOf, trustBundle } from '#shared/certificates/trust-bundle.ts';
import type { Clock } from '#shared/core/clock.ts';
import type { CustomResourceState } from '#shared/lambda/custom-resource.ts';
import { publishedCertificates } from './published-certificates.ts';

type PublishedAuthority = Pick<CertificateAuthority, 'issuers' | 'root'>;

/** The rest of the answer takes the other kilobyte. */
const maxListBytes = 2500;

export interface Publication {
  readonly authorities: readonly PublishedAuthority[];
  readonly distrusted: readonly string[];
  readonly clock: Clock;
  readonly objects: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/** Writes the certificates that client certificates chain to, up to the roots, as one PEM file. A new version makes the gateway load it. */
export async function publishTruststore(publication: Publication): Promise<CustomResourceState> {
  const { authorities, distrusted, clock, objects, bucket, key } = publication;
  const published = await publishedCertificates(publication);
  const current = await Promise.all(authorities.map((authority) => certificatesOfAuthority(authority, published, clock)));
  const bundle = trustBundle({ current: current.flat(), published, distrusted, now: clock() });
  const { VersionId = '' } = await objects.send(
    new PutObjectCommand({ Bucket: bucket, Key: key, Body: bundle.join(''), ContentType: 'application/x-pem-file' }),
  );
  return { physicalId: `${bucket}/${key}`, attributes: { TruststoreVersion: VersionId, Certificates: listed(bundle.map(described)) } };
}

async function certificatesOfAuthority(
  { root, issuers }: PublishedAuthority,
  published: readonly X509Certificate[],
  clock: Clock,
): Promise<X509Certificate[]> {
  const chain = root ? [await root(published, clock)] : await issuers();
  const certificates = chain.flatMap(certificatesOf);
  if (certificates.length === 0) throw new Error('the certificate authority has no certificate yet');
  return certificates;
}

/** Keeps the list within what an output takes, which is 4 KB with the rest of the answer. */
function listed(descriptions: readonly string[]): string {
  const fitting = descriptions.filter((_, index) => Buffer.byteLength(descriptions.slice(0, index + 1).join('; ')) <= maxListBytes);
  const others = descriptions.length - fitting.length;
  return [...fitting, ...(others > 0 ? [`and ${others} more`] : [])].join('; ');
}

const described = (certificate: X509Certificate): string =>
  `${nameOf(certificate)}, until ${certificate.validToDate.toISOString().slice(0, 10)}: ${fingerprintOf(certificate)}`;
