import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

const everywhere = z.object(environment.truststore);

/** The authority whose certificates are published: `kms` has a root made for the key KMS_KEY_ID, `acm-pca` has its own. */
export const truststorePublisherEnvironment = z.discriminatedUnion('CERTIFICATE_AUTHORITY', [
  everywhere.extend({ CERTIFICATE_AUTHORITY: z.literal('kms'), KMS_KEY_ID: z.string().min(1) }),
  everywhere.extend({
    CERTIFICATE_AUTHORITY: z.literal('acm-pca'),
    ACM_PCA_ARN: z.string().min(1),
    ACM_PCA_SIGNING_ALGORITHM: z.enum(['SHA256WITHRSA', 'SHA256WITHECDSA', 'SHA384WITHECDSA']),
  }),
]);
