import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Identity } from './certificate.ts';

const addresses = { directorUrl: z.url(), connectorUrl: z.url() };
const addressesSchema = z.object(addresses);
/** Addresses of the control plane for calls with client certificates. */
export type Addresses = z.infer<typeof addressesSchema>;

/** The agent's knowledge of the control plane after pairing. */
export const connectionSchema = z.object({
  runtimeId: z.string(),
  tenant: z.string(),
  /** Digest of the one-time token that led here: another token in the configuration is a fresh one. */
  tokenDigest: z.string(),
  /** Address that accepted that token. */
  tokenUrl: z.url().optional(),
  ...addresses,
  /** Named by the Connector, but not tried with success yet. */
  announced: addressesSchema.optional(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** A Connection with the identity to use it. */
export interface Session {
  readonly connection: Connection;
  readonly identity: Identity;
}

export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Returns true if the state was made for the Runtime that the configuration names now. */
export function isSameRuntime(a: { runtimeId: string; tenant: string }, b: { runtimeId: string; tenant: string }): boolean {
  return a.runtimeId === b.runtimeId && a.tenant === b.tenant;
}

export function isSameAddress(a: Addresses, b: Addresses): boolean {
  return a.directorUrl === b.directorUrl && a.connectorUrl === b.connectorUrl;
}
