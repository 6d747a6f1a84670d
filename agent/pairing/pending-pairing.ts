import * as z from 'zod';

/**
 * A pairing that has begun. Each part is stored before the request that needs it leaves, so that a crash or a lost answer
 * is healed by sending the very same request again.
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
