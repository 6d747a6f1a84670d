import * as z from 'zod';

const holder = { authId: z.string(), ownerKind: z.enum(['application', 'runtime']), ownerId: z.string() };
const certificate = {
  fingerprint: z.string().describe('SHA-256 of the DER encoding, lower-case hexadecimal.'),
  serialNumber: z.string().describe('Lower-case hexadecimal.'),
  issuer: z.string().describe('SHA-256 of the public key of the authority that issued it, lower-case hexadecimal.'),
  notAfter: z.string(),
};

export const certificateEvents = {
  CertificateIssued: z.object({ ...holder, ...certificate, generation: z.int().positive() }),
  CertificateRevoked: z.object({ ...holder, ...certificate, reason: z.enum(['REVOKED', 'PAIRING_REMOVED']) }),
  CertificateCloneSuspected: z.object({ ...holder, ...certificate, reason: z.enum(['OLDER_GENERATION', 'SUCCESSOR_IN_USE']) }),
} as const;
