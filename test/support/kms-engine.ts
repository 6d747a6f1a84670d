import { createECDH, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';

export const keyId = 'arn:aws:kms:eu-central-1:000000000000:key/test';

/** The order of P-256. */
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/** KMS as our adapter meets it, with real keys on P-256 behind it that sign digests and leave as public keys only. */
export function kmsEngine() {
  const mock = mockClient(KMSClient);
  const addKey = (id: string): KeyObject => {
    const { publicKey, secret } = aP256Key();
    mock.on(GetPublicKeyCommand, { KeyId: id }).callsFake(() => ({ PublicKey: new Uint8Array(spkiOf(publicKey)) }));
    mock
      .on(SignCommand, { KeyId: id, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' })
      .callsFake(({ Message }: { Message: Uint8Array }) => {
        if (Message.length !== 32) throw new Error('ValidationException: Digest is invalid length for algorithm ECDSA_SHA_256.');
        return { Signature: new Uint8Array(signatureOf(Message, secret)) };
      });
    return publicKey;
  };
  return {
    client: new KMSClient({ region: 'eu-central-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }),
    publicKey: addKey(keyId),
    mock,
    addKey,
    restore: () => mock.restore(),
  };
}

export type KmsEngine = ReturnType<typeof kmsEngine>;

export const spkiOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });

export function aP256Key(): { publicKey: KeyObject; secret: bigint } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { publicKey, secret: numberOf(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url')) };
}

/** ECDSA over a digest: node:crypto takes whole messages only. */
function signatureOf(digest: Uint8Array, d: bigint): Buffer {
  const nonce = createECDH('prime256v1');
  nonce.setPrivateKey(padded(1n + (numberOf(randomBytes(40)) % (order - 1n))));
  const r = numberOf(nonce.getPublicKey().subarray(1, 33)) % order;
  const s = (inverse(numberOf(nonce.getPrivateKey())) * (numberOf(digest) + r * d)) % order;
  return der(0x30, Buffer.concat([integer(r), integer(s)]));
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const padded = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const der = (tag: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([tag, content.length]), content]);

function integer(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  return der(0x02, (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** By Fermat: the order is a prime. */
function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, value % order, order - 2n];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % order;
    base = (base * base) % order;
  }
  return result;
}
