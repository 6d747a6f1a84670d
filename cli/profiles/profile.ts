import * as z from 'zod';

const tokens = z.object({ accessToken: z.string(), refreshToken: z.string().optional(), expiresAt: z.iso.datetime().optional() });
export type Tokens = z.infer<typeof tokens>;

const signIn = z.object({ issuer: z.url(), clientId: z.string(), scope: z.string() });
export type SignIn = z.infer<typeof signIn>;

export const profileSchema = z.object({
  directorUrl: z.url(),
  connectorUrl: z.url(),
  provisionerUrl: z.url(),
  tenant: z.string(),
  signIn: signIn.optional(),
  tokens: tokens.optional(),
});

/** A control plane, a tenant of it, and how the user signs in there. */
export type StoredProfile = z.infer<typeof profileSchema>;

export interface Profile extends StoredProfile {
  readonly name: string;
  /** File with the events of the bus; of a system on this machine only. */
  readonly eventsFile?: string;
}

/** The reserved name of the system that runs on this machine. */
export const localName = 'local';
