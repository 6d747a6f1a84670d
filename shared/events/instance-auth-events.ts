import * as z from 'zod';

const instanceAuth = z.object({
  applicationId: z.string(),
  bundleId: z.string(),
  bundleInstanceAuthId: z.string(),
  runtimeId: z.string().optional().describe("Absent where a user asked on nobody's behalf."),
});

export const instanceAuthEvents = {
  BundleInstanceAuthRequested: instanceAuth,
  BundleInstanceAuthDeletionRequested: instanceAuth,
} as const;
