import { GetObjectCommand } from '@aws-sdk/client-s3';
import { certificatesOf, type TrustAnchors } from '../certificates/trust-anchors.ts';
import type { Clock } from '../core/clock.ts';
import { keptFresh, type StaleLog } from './kept-fresh.ts';
import { s3Client } from './s3-client.ts';

/**
 * Reads the trust anchors from the PEM bundle of the mutual-TLS domain. A root that was removed while S3 fails is accepted here, but refused by the
 * handshake.
 */
export function truststore(bucket: string, key: string, clock: Clock, log: StaleLog): TrustAnchors {
  const client = s3Client();
  const read = async () => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const certificates = certificatesOf((await Body?.transformToString()) ?? '');
    if (certificates.length === 0) throw new Error(`the truststore ${bucket}/${key} holds no certificate`);
    return certificates;
  };
  return { certificates: keptFresh({ what: 'truststore', read, clock, log }) };
}
