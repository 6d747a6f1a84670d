import * as z from 'zod';

/**
 * A pairing that has begun. Each part is stored before the request that needs it, so that the same request can be sent again after a crash or a lost
 * answer.
 */
export const pendingPairingSchema = z.object({
  runtimeId: z.string(),
  tenant: z.string(),
  tokenDigest: z.string(),
  idempotencyKey: z.string(),
  signing: z
    .object({
      token: z.string(),
      subject: z.string(),
      directorUrl: z.url(),
      connectorUrl: z.url(),
      privateKey: z.string(),
      csr: z.string(),
    })
    .optional(),
});
export type PendingPairing = z.infer<typeof pendingPairingSchema>;
