import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

export const truststorePublisherEnvironment = z.object({
  ...environment.truststore,
  CERTIFICATE_AUTHORITY: z.literal('acm-pca'),
  ACM_PCA_ARN: z.string().min(1),
  ACM_PCA_SIGNING_ALGORITHM: z.enum(['SHA256WITHRSA', 'SHA256WITHECDSA', 'SHA384WITHECDSA']),
});
