import 'reflect-metadata';
import { X509Certificate as CheckedCertificate, createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { PemConverter, type X509CertificateCreateWithSignatureParams, X509CertificateGenerator } from '@peculiar/x509';

type CertificateFields = Omit<X509CertificateCreateWithSignatureParams, 'signature' | 'signingAlgorithm'>;

/** The key of a certificate authority that never leaves KMS: an ECC_NIST_P256 key for signing. */
export interface KmsSigningKey {
  publicKey(): Promise<KeyObject>;
  /** PEM of the certificate with these fields, signed and checked. */
  certify(fields: CertificateFields): Promise<string>;
}

const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** The generator wants a signature; the one that counts comes afterwards. */
const placeholder = new Uint8Array(64);

export function kmsSigningKey(client: KMSClient, keyId: string): KmsSigningKey {
  let known: Promise<KeyObject> | undefined;

  const publicKey = (): Promise<KeyObject> => {
    known ??= readPublicKey(client, keyId).catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  const certify: KmsSigningKey['certify'] = async (fields) => {
    const unsigned = await X509CertificateGenerator.create({ ...fields, signingAlgorithm, signature: placeholder });
    const certificate = AsnConvert.parse(unsigned.rawData, Certificate);
    certificate.signatureValue = await sign(client, keyId, AsnConvert.serialize(certificate.tbsCertificate));
    const der = AsnConvert.serialize(certificate);
    if (!new CheckedCertificate(Buffer.from(der)).verify(await publicKey()))
      throw new Error(`the signature of KMS key ${keyId} does not hold`);
    return PemConverter.encode(der, PemConverter.CertificateTag);
  };

  return { publicKey, certify };
}

async function readPublicKey(client: KMSClient, keyId: string): Promise<KeyObject> {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (!PublicKey) throw new Error(`KMS gave no public key of ${keyId}`);
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
}

/** KMS answers in DER, as certificates have it. The digest goes there because a message may have 4096 bytes only. */
async function sign(client: KMSClient, keyId: string, message: ArrayBuffer): Promise<ArrayBuffer> {
  const Message = createHash('sha256').update(Buffer.from(message)).digest();
  const { Signature } = await client.send(
    new SignCommand({ KeyId: keyId, Message, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' }),
  );
  if (!Signature) throw new Error(`KMS gave no signature of ${keyId}`);
  return new Uint8Array(Signature).buffer;
}
