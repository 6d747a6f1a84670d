import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ListObjects } from '../certificates/revocation/list-objects.ts';
import type { RevocationList } from '../certificates/revocation/revoked-certificate.ts';
import { requestTimeouts } from './request-timeouts.ts';

const keyOf = ({ authorityId, number }: RevocationList): string => `${authorityId}/${number}.crl`;

export function revocationListObjects(
  bucket: string,
  client = new S3Client({ requestHandler: requestTimeouts, forcePathStyle: true }),
): ListObjects {
  return {
    put: async (list, der) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(list), Body: der, ContentType: 'application/pkix-crl' }));
    },
    get: async (list) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(list) }));
      const der = await Body?.transformToByteArray();
      if (!der) throw new Error(`the revocation list ${keyOf(list)} is empty`);
      return der;
    },
  };
}
