import * as z from 'zod';
import { environment, type NamedAuthority } from '#shared/core/environment.ts';

const validity = (days: number) =>
  z.coerce
    .number()
    .int()
    .positive()
    .default(days * 86_400);

/** Refuses `,` and `=` and outer blanks, because agents split the subject at them and trim nothing. */
const subjectPart = (standard: string) =>
  z
    .string()
    .regex(/^[^,=\s]([^,=]*[^,=\s])?$/, 'must not contain , or =, or begin or end with a blank')
    .default(standard);

const everywhere = z.object({
  ...environment.table,
  ...environment.polling,
  ...environment.identityProvider,
  ...environment.admission,
  ...environment.firewall,
  ...environment.truststore,
  ...environment.urls,
  ...environment.revocationListAddress,
  ...environment.tokens,
  APPLICATION_CERTIFICATE_SECONDS: validity(90),
  RUNTIME_CERTIFICATE_SECONDS: validity(7),
  /** The subject that a CSR must carry besides its common name. */
  CSR_COUNTRY: subjectPart('DE'),
  CSR_ORGANIZATION: subjectPart('Compass'),
  CSR_ORGANIZATIONAL_UNIT: subjectPart('ControlPlane'),
  CSR_LOCALITY: subjectPart('Locality'),
  CSR_PROVINCE: subjectPart('State'),
  /** Accepts CSRs signed with SHA-1, the default of node-forge. The signature proves possession of the key once, and is kept nowhere. */
  ALLOW_SHA1_CSR: z.stringbool().default(true),
});

/** `local` signs with the key in LOCAL_CA_FILE (PEM of key and certificate); `kms` with the KMS key KMS_KEY_ID; `acm-pca` has ACM_PCA_ARN sign. */
export const connectorEnvironment = z.discriminatedUnion('CERTIFICATE_AUTHORITY', [
  everywhere.extend({ CERTIFICATE_AUTHORITY: z.literal('local'), LOCAL_CA_FILE: z.string().min(1) }),
  everywhere.extend({ CERTIFICATE_AUTHORITY: z.literal('kms'), KMS_KEY_ID: z.string().min(1) }),
  everywhere.extend({
    CERTIFICATE_AUTHORITY: z.literal('acm-pca'),
    ACM_PCA_ARN: z.string().min(1),
    ACM_PCA_SIGNING_ALGORITHM: z.enum(['SHA256WITHRSA', 'SHA256WITHECDSA', 'SHA384WITHECDSA']).default('SHA256WITHECDSA'),
  }),
]);

/** The issuing authority, in the notation of the other functions. */
export function issuingAuthority(given: z.output<typeof connectorEnvironment>): NamedAuthority {
  if (given.CERTIFICATE_AUTHORITY === 'local') return { kind: 'local', file: given.LOCAL_CA_FILE };
  if (given.CERTIFICATE_AUTHORITY === 'kms') return { kind: 'kms', keyId: given.KMS_KEY_ID };
  // The Connector does not revoke; the CRL publisher has its own list.
  return { kind: 'acm-pca', arn: given.ACM_PCA_ARN, signingAlgorithm: given.ACM_PCA_SIGNING_ALGORITHM, revocable: false };
}
