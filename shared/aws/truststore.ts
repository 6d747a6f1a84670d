import type { X509Certificate } from 'node:crypto';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { certificatesOf, type TrustAnchors } from '../certificates/trust-anchors.ts';
import { type Clock, hours, minutes, seconds } from '../core/clock.ts';
import { s3Client } from './s3-client.ts';

/** Milliseconds after which a process reads the truststore again. */
const freshFor = minutes(5);
/** Time for which cached certificates are used while S3 is unavailable. */
const usableFor = hours(6);
/** Pause after a failure of S3. */
const retryAfterMs = seconds(30);

interface Log {
  warn(message: string, fields: { error: Error; [field: string]: unknown }): void;
}

interface Known {
  readonly certificates: readonly X509Certificate[];
  readonly readAt: number;
  readonly lookAgainAt: number;
}

/**
 * Reads the trust anchors from the PEM bundle of the mutual-TLS domain; one call per process and 5 minutes. While S3 fails, the last ones are used
 * for 6 hours: a root that was removed meanwhile is accepted here, but refused by the handshake.
 */
export function truststore(bucket: string, key: string, clock: Clock, log: Log): TrustAnchors {
  const client = s3Client();
  let known: Known | undefined;
  let reading: Promise<readonly X509Certificate[]> | undefined;

  const read = async (): Promise<readonly X509Certificate[]> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const certificates = certificatesOf((await Body?.transformToString()) ?? '');
    if (certificates.length === 0) throw new Error(`the truststore ${bucket}/${key} holds no certificate`);
    return certificates;
  };

  const refresh = async (now: number): Promise<readonly X509Certificate[]> => {
    try {
      const certificates = await read();
      known = { certificates, readAt: now, lookAgainAt: now + freshFor };
      return certificates;
    } catch (error) {
      if (!known || now - known.readAt > usableFor) throw error;
      log.warn('truststore not readable, using the content read last', {
        error: error as Error,
        readAt: new Date(known.readAt).toISOString(),
      });
      known = { ...known, lookAgainAt: now + retryAfterMs };
      return known.certificates;
    }
  };

  return {
    certificates: async () => {
      const now = clock().getTime();
      if (known && now <= known.lookAgainAt) return known.certificates;
      reading ??= refresh(now).finally(() => {
        reading = undefined;
      });
      return reading;
    },
  };
}
