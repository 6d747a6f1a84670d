import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Identity } from './certificate.ts';

const addresses = { directorUrl: z.url(), connectorUrl: z.url() };
const addressesSchema = z.object(addresses);
/** Where the control plane answers to client certificates. */
export type Addresses = z.infer<typeof addressesSchema>;

/** What the agent knows of the control plane after pairing. */
export const connectionSchema = z.object({
  runtimeId: z.string(),
  tenant: z.string(),
  /** Which one-time token led here: another one in the configuration is a fresh one. */
  tokenDigest: z.string(),
  /** Where that token was accepted. */
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

/** Whether the state was made for the Runtime that the configuration names now. */
export function isSameRuntime(a: { runtimeId: string; tenant: string }, b: { runtimeId: string; tenant: string }): boolean {
  return a.runtimeId === b.runtimeId && a.tenant === b.tenant;
}

export function isSameAddress(a: Addresses, b: Addresses): boolean {
  return a.directorUrl === b.directorUrl && a.connectorUrl === b.connectorUrl;
}
