import type { X509Certificate } from 'node:crypto';
import { randomSerial } from '#shared/certificates/authorities/client-certificate.ts';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  PublicKey,
  SubjectKeyIdentifierExtension,
} from '#shared/certificates/x509.ts';
import { type Clock, days, later, minutes } from '#shared/core/clock.ts';
import type { KmsSigningKey } from './kms-signing-key.ts';

const lifetimeMs = days(3650);
/** Minimum remaining validity of a root, so that clients' certificates end before it. */
const minRemainingMs = days(365);
const clockSkew = minutes(5);

/**
 * PEM of the self-signed certificate of a key in KMS: the one among `published`, or a new one where there is none or it ends within a year.
 * A new one has the same name and key, so that it verifies every certificate of the earlier one.
 */
export async function kmsRoot(key: KmsSigningKey, published: readonly X509Certificate[], clock: Clock): Promise<string> {
  const publicKey = await key.publicKey();
  const wanted = later(clock(), minRemainingMs);
  const existing = published.find((certificate) => certificate.publicKey.equals(publicKey) && certificate.validToDate > wanted);
  if (existing) return existing.toString().trim();

  const spki = new PublicKey(new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })));
  const identifier = await SubjectKeyIdentifierExtension.create(spki);
  const name = new Name([{ O: ['Compass'] }, { CN: [`Compass root ${identifier.keyId.slice(0, 16)}`] }]);
  const now = clock();
  return key.certify({
    serialNumber: randomSerial(),
    subject: name,
    issuer: name,
    notBefore: later(now, -clockSkew),
    notAfter: later(now, lifetimeMs),
    publicKey: spki,
    extensions: [
      // It signs client certificates only, no intermediate authorities.
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      identifier,
    ],
  });
}
