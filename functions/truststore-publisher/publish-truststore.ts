import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { CertificateAuthority } from '#shared/certificates/certificate-authority.ts';
import type { CustomResourceState } from '#shared/lambda/custom-resource.ts';

interface Publication {
  readonly authority: Pick<CertificateAuthority, 'issuers'>;
  readonly objects: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/** Writes the certificates that vouch for clients' certificates, up to the root, as one PEM file. Its version tells the gateway to load it. */
export async function publishTruststore({ authority, objects, bucket, key }: Publication): Promise<CustomResourceState> {
  const certificates = await authority.issuers();
  if (certificates.length === 0) throw new Error('the certificate authority has no certificate yet');
  const { VersionId = '' } = await objects.send(
    new PutObjectCommand({ Bucket: bucket, Key: key, Body: `${certificates.join('\n')}\n`, ContentType: 'application/x-pem-file' }),
  );
  return { physicalId: `${bucket}/${key}`, attributes: { TruststoreVersion: VersionId } };
}
