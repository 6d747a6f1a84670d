import 'reflect-metadata';
import { createHash, webcrypto } from 'node:crypto';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import { CliError } from '../cli-error.ts';

export interface NewKey {
  readonly keys: webcrypto.CryptoKeyPair;
  /** PKCS #8 in PEM. */
  readonly privateKey: string;
  /** SHA-256 of the public key, as one-time tokens are bound to it. */
  readonly thumbprint: string;
}

/** Makes a key on the curve P-256. */
export async function newKey(): Promise<NewKey> {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const [pkcs8, spki] = await Promise.all([
    webcrypto.subtle.exportKey('pkcs8', keys.privateKey),
    webcrypto.subtle.exportKey('spki', keys.publicKey),
  ]);
  const lines =
    Buffer.from(pkcs8)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    keys,
    privateKey: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`,
    thumbprint: createHash('sha256').update(Buffer.from(spki)).digest('base64url'),
  };
}

/** Makes a request for exactly the subject that the Connector named, as base64 of PEM. */
export async function signingRequest(subject: string, { keys }: NewKey): Promise<string> {
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: nameOf(subject),
    keys,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
  });
  return Buffer.from(`${request.toString('pem')}\n`).toString('base64');
}

/** `O=..,OU=..,L=..,ST=..,C=..,CN=..`, in this order, which is part of the name. */
const nameOf = (subject: string): { [attribute: string]: string[] }[] =>
  subject.split(',').map((part) => {
    const [attribute = '', value = '', ...rest] = part.split('=');
    if (!/^(O|OU|L|ST|C|CN)$/.test(attribute) || value === '' || rest.length > 0)
      throw new CliError('failed', `The Connector names a subject that cannot be used: ${subject}`);
    return { [attribute]: [value] };
  });
