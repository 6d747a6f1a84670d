import { X509Certificate as CheckedCertificate, createHash, createPublicKey, type KeyObject, verify, webcrypto } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, CertificateList } from '@peculiar/asn1-x509';
import type { RevocationListFields } from '#shared/certificates/authorities/revocation-list.ts';
import {
  PemConverter,
  type X509CertificateCreateWithSignatureParams,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '#shared/certificates/x509.ts';
import { onceResolved } from '#shared/core/once.ts';

type CertificateFields = Omit<X509CertificateCreateWithSignatureParams, 'signature' | 'signingAlgorithm'>;

/** The key of a certificate authority that never leaves KMS: an ECC_NIST_P256 key for signing. */
export interface KmsSigningKey {
  publicKey(): Promise<KeyObject>;
  /** PEM of the certificate with these fields, signed and checked. */
  certify(fields: CertificateFields): Promise<string>;
  /** DER of the revocation list with these fields, signed and checked. */
  signList(fields: RevocationListFields): Promise<Uint8Array>;
}

const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** Placeholder signature that the generators require. The real one replaces it. */
const placeholder = new Uint8Array(64);
const placeholderKey = async (): Promise<webcrypto.CryptoKey> =>
  ((await webcrypto.subtle.generateKey(signingAlgorithm, false, ['sign', 'verify'])) as webcrypto.CryptoKeyPair).privateKey;

export function kmsSigningKey(client: KMSClient, keyId: string): KmsSigningKey {
  const publicKey = onceResolved(() => readPublicKey(client, keyId));

  const doesNotHold = (): Error => new Error(`the signature of KMS key ${keyId} is not valid`);

  const certify: KmsSigningKey['certify'] = async (fields) => {
    const unsigned = await X509CertificateGenerator.create({ ...fields, signingAlgorithm, signature: placeholder });
    const certificate = AsnConvert.parse(unsigned.rawData, Certificate);
    certificate.signatureValue = await sign(client, keyId, AsnConvert.serialize(certificate.tbsCertificate));
    const der = AsnConvert.serialize(certificate);
    if (!new CheckedCertificate(Buffer.from(der)).verify(await publicKey())) throw doesNotHold();
    return PemConverter.encode(der, PemConverter.CertificateTag);
  };

  const signList: KmsSigningKey['signList'] = async (fields) => {
    const unsigned = await X509CrlGenerator.create({ ...fields, signingAlgorithm, signingKey: await placeholderKey() });
    const list = AsnConvert.parse(unsigned.rawData, CertificateList);
    const contents = AsnConvert.serialize(list.tbsCertList);
    list.signature = await sign(client, keyId, contents);
    if (!verify('sha256', Buffer.from(contents), await publicKey(), Buffer.from(list.signature))) throw doesNotHold();
    return new Uint8Array(AsnConvert.serialize(list));
  };

  return { publicKey, certify, signList };
}

async function readPublicKey(client: KMSClient, keyId: string): Promise<KeyObject> {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (!PublicKey) throw new Error(`KMS returned no public key of ${keyId}`);
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
}

/** KMS returns the signature in DER, as certificates need it. It gets the digest, because a message may have at most 4096 bytes. */
async function sign(client: KMSClient, keyId: string, message: ArrayBuffer): Promise<ArrayBuffer> {
  const Message = createHash('sha256').update(Buffer.from(message)).digest();
  const { Signature } = await client.send(
    new SignCommand({ KeyId: keyId, Message, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' }),
  );
  if (!Signature) throw new Error(`KMS returned no signature of ${keyId}`);
  return new Uint8Array(Signature).buffer;
}
