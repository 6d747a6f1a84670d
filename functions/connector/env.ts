import { z } from 'zod';
import { environment } from '#shared/core/environment.ts';

const validity = (days: number) =>
  z.coerce
    .number()
    .int()
    .positive()
    .default(days * 86_400);

export const connectorEnvironment = z.object({
  ...environment.table,
  ...environment.identityProvider,
  ...environment.truststore,
  ...environment.urls,
  ...environment.tokens,
  /** `local` reads LOCAL_CA_FILE (key and certificate, PEM); `acm-pca` issues with ACM_PCA_ARN. */
  CERTIFICATE_AUTHORITY: z.enum(['local', 'acm-pca']),
  LOCAL_CA_FILE: z.string().optional(),
  ACM_PCA_ARN: z.string().optional(),
  APPLICATION_CERTIFICATE_SECONDS: validity(90),
  RUNTIME_CERTIFICATE_SECONDS: validity(7),
  /** The subject that a CSR must carry besides its common name. */
  CSR_COUNTRY: z.string().default('DE'),
  CSR_ORGANIZATION: z.string().default('Compass'),
  CSR_ORGANIZATIONAL_UNIT: z.string().default('Control Plane'),
  CSR_LOCALITY: z.string().default('Locality'),
  CSR_PROVINCE: z.string().default('State'),
  /** Whether CSRs signed with SHA-1 are accepted, as some old JavaScript clients send them. */
  ALLOW_SHA1_CSR: z.stringbool().default(false),
});
