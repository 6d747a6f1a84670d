import { z } from 'zod';

const holder = { authId: z.string(), ownerKind: z.enum(['application', 'runtime']), ownerId: z.string() };
const certificate = { fingerprint: z.string().describe('SHA-256 of the DER encoding, lower-case hexadecimal.'), notAfter: z.string() };

export const certificateEvents = {
  CertificateIssued: z.object({ ...holder, ...certificate, serialNumber: z.string(), generation: z.int().positive() }),
  CertificateRevoked: z.object({ ...holder, ...certificate, reason: z.enum(['REVOKED', 'PAIRING_REMOVED']) }),
} as const;
