import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

/** `openssl x509 -fingerprint -sha256` prints them in capitals, with colons. */
const fingerprint = z
  .string()
  .transform((text) => text.replaceAll(':', '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 fingerprint'));

export const truststorePublisherEnvironment = z.object({
  ...environment.truststore,
  ...environment.certificateAuthorities,
  /** Fingerprints of certificates that are taken out of the truststore, separated by commas. */
  DISTRUSTED_CERTIFICATES: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((part) => part.trim() !== ''))
    .pipe(z.array(fingerprint)),
});
