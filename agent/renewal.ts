import { type Identity, identityFrom, type Validity, validityOf } from './certificate.ts';
import { type ConnectorConfiguration, signCertificate } from './connector-client.ts';
import { newSigningRequest } from './csr.ts';
import type { GraphqlClient } from './graphql-client.ts';
import type { KeyType } from './key-pair.ts';

const renewalThreshold = 0.3;

/** Less than 0.3 of the validity is left, or it could end before the second next poll. */
export function needsRenewal(validity: Validity, now: Date, periodSeconds: number): boolean {
  const remaining = validity.notAfter.getTime() - now.getTime();
  const total = validity.notAfter.getTime() - validity.notBefore.getTime();
  return remaining < renewalThreshold * total || remaining < 2 * periodSeconds * 1000;
}

export function isExpired(identity: Identity, now: Date): boolean {
  return validityOf(identity).notAfter.getTime() <= now.getTime();
}

/** A certificate for a new key. The old pair stays valid, so a lost answer costs nothing: the next cycle asks again. */
export async function renew(
  client: GraphqlClient,
  connectorUrl: string,
  { subject }: ConnectorConfiguration,
  keyType: KeyType,
): Promise<Identity> {
  const { privateKey, csr } = await newSigningRequest(subject, keyType);
  return identityFrom(privateKey, await signCertificate(client, connectorUrl, csr));
}
