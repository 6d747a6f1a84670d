import { webcrypto } from 'node:crypto';
import type { CsrPolicy } from '#shared/certificates/csr.ts';
import { type Attribute, type Extension, type JsonName, Pkcs10CertificateRequestGenerator, PublicKey } from '#shared/certificates/x509.ts';

const rsa = (modulusLength: number, hash = 'SHA-256') => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash,
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
});
const ec = (namedCurve: string, hash: string) => ({ name: 'ECDSA', namedCurve, hash });

/** Keys that clients come with, good and bad. */
export const keyKinds = {
  'RSA 1024': rsa(1024),
  'RSA 2048': rsa(2048),
  'RSA 2048 with SHA-1': rsa(2048, 'SHA-1'),
  'RSA 2048 with SHA-512': rsa(2048, 'SHA-512'),
  'RSA 4096': rsa(4096),
  'P-256': ec('P-256', 'SHA-256'),
  'P-384': ec('P-384', 'SHA-384'),
  'P-521': ec('P-521', 'SHA-512'),
  Ed25519: { name: 'Ed25519' },
};

export type KeyKind = keyof typeof keyKinds;

const made = new Map<KeyKind, Promise<webcrypto.CryptoKeyPair>>();

/** One key pair of each kind per test file: large RSA keys take long to make. */
function keysOf(kind: KeyKind): Promise<webcrypto.CryptoKeyPair> {
  const keys = made.get(kind) ?? freshKeys(kind);
  made.set(kind, keys);
  return keys;
}

export const freshKeys = (kind: KeyKind): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(keyKinds[kind], true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;

export const csrPolicy: CsrPolicy = {
  allowSha1: false,
  subject: { country: 'DE', organization: 'Compass', organizationalUnit: 'Control Plane', locality: 'Locality', province: 'State' },
};

/** The subject that the policy above asks of a System Auth. */
export const subjectOf = (authId: string): JsonName => [
  { O: ['Compass'] },
  { OU: ['Control Plane'] },
  { L: ['Locality'] },
  { ST: ['State'] },
  { C: ['DE'] },
  { CN: [authId] },
];

export interface CsrWish {
  readonly name: JsonName;
  readonly kind?: KeyKind;
  readonly keys?: webcrypto.CryptoKeyPair;
  readonly extensions?: Extension[];
  readonly attributes?: Attribute[];
}

export async function aCsr({ name, kind = 'P-256', keys, extensions, attributes }: CsrWish) {
  const pair = keys ?? (await keysOf(kind));
  const signingAlgorithm = keyKinds[kind];
  const request = await Pkcs10CertificateRequestGenerator.create({ name, keys: pair, signingAlgorithm, extensions, attributes });
  const der = Buffer.from(request.rawData);
  return { der, pem: request.toString('pem'), encoded: base64(request.toString('pem')), keys: pair };
}

/** A CSR for `publicKey`, signed with another private key. */
export async function aCsrForAnotherKey(name: JsonName): Promise<string> {
  const [own, other] = [await keysOf('P-256'), await freshKeys('P-256')];
  const signed = await Pkcs10CertificateRequestGenerator.create({
    name,
    keys: { privateKey: own.privateKey, publicKey: await (await PublicKey.create(other.publicKey)).export() },
    signingAlgorithm: keyKinds['P-256'],
  });
  return base64(signed.toString('pem'));
}

export const base64 = (text: string): string => Buffer.from(text).toString('base64');

export function pemOf(der: Uint8Array, label = 'CERTIFICATE REQUEST', newline = '\n'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(newline);
}

export async function privateKeyPem({ privateKey }: webcrypto.CryptoKeyPair): Promise<string> {
  return pemOf(new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', privateKey)), 'PRIVATE KEY');
}
