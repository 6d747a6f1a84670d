import type { X509Certificate } from 'node:crypto';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { certificatesOf, type TrustAnchors } from '../certificates/trust-anchors.ts';
import { type Clock, minutes } from '../core/clock.ts';
import { requestTimeouts } from './request-timeouts.ts';

/** After this long a process looks whether the truststore has changed. */
const freshFor = minutes(5);

/** Reads the trust anchors from the PEM bundle that the mutual-TLS domain uses too; one call per process and 5 minutes. */
export function truststore(bucket: string, key: string, clock: Clock): TrustAnchors {
  const client = new S3Client({ requestHandler: requestTimeouts, forcePathStyle: true });
  let loaded: { at: number; certificates: Promise<readonly X509Certificate[]> } | undefined;

  const load = async (): Promise<readonly X509Certificate[]> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const certificates = certificatesOf((await Body?.transformToString()) ?? '');
    if (certificates.length === 0) throw new Error(`the truststore ${bucket}/${key} holds no certificate`);
    return certificates;
  };

  return {
    certificates: () => {
      const now = clock().getTime();
      if (!loaded || now - loaded.at > freshFor) {
        const certificates = load();
        loaded = { at: now, certificates };
        certificates.catch(() => {
          loaded = undefined;
        });
      }
      return loaded.certificates;
    },
  };
}
