import * as z from 'zod';
import { type ConnectorConfiguration, signCertificate } from '../control-plane/connector-client.ts';
import type { ControlPlaneClient } from '../control-plane/control-plane-client.ts';
import type { ServerClock } from '../control-plane/server-clock.ts';
import { type Identity, identityFrom, type Validity } from '../state/certificate.ts';
import type { KeyStore } from '../state/key-store.ts';
import type { StoredJson } from '../state/stored-json.ts';
import { newSigningRequest } from './csr.ts';
import type { KeyType } from './key-pair.ts';

const renewalThreshold = 0.3;

/** Less than 0.3 of the validity is left, or it could end before the second next poll. */
export function needsRenewal(validity: Validity, now: Date, periodSeconds: number): boolean {
  return now > renewalTime(validity, periodSeconds);
}

export function renewalTime({ notBefore, notAfter }: Validity, periodSeconds: number): Date {
  const total = notAfter.getTime() - notBefore.getTime();
  return new Date(notAfter.getTime() - Math.max(renewalThreshold * total, 2 * periodSeconds * 1000));
}

/** A renewal that has begun. */
export const pendingRenewalSchema = z.object({ subject: z.string(), privateKey: z.string(), csr: z.string() });
export type PendingRenewal = z.infer<typeof pendingRenewalSchema>;

export interface RenewalDeps {
  readonly keys: KeyStore;
  readonly renewals: StoredJson<PendingRenewal>;
  readonly keyType: KeyType;
  readonly clock: ServerClock;
}

/**
 * Gets a certificate for a new key. The new key is stored before it is sent, so that the same request can be sent again after a crash, a lost answer
 * or a full disk; the old pair stays until the new one replaces it.
 */
export async function renew(
  client: ControlPlaneClient,
  connectorUrl: string,
  { subject }: ConnectorConfiguration,
  { keys, renewals, keyType, clock }: RenewalDeps,
): Promise<Identity> {
  const { csr, privateKey } = await beginOrResume(subject, keyType, renewals);
  const chain = await signCertificate(client, connectorUrl, csr);
  const identity = identityFrom(chain, { privateKey, subject, now: clock.now() });
  await keys.save(identity);
  await renewals.clear();
  return identity;
}

async function beginOrResume(subject: string, keyType: KeyType, renewals: StoredJson<PendingRenewal>): Promise<PendingRenewal> {
  const stored = await renewals.load();
  if (stored?.subject === subject) return stored;
  const pending = { subject, ...(await newSigningRequest(subject, keyType)) };
  await renewals.save(pending);
  return pending;
}
