import 'reflect-metadata';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import { AgentError } from '../agent-error.ts';
import { type KeyType, newKeyPair, privateKeyPem } from './key-pair.ts';

export interface SigningRequest {
  readonly privateKey: string;
  /** Base64 of the PEM text, as the Connector takes it. */
  readonly csr: string;
}

/** A new key and a request for exactly the subject that the Connector named. */
export async function newSigningRequest(subject: string, keyType: KeyType): Promise<SigningRequest> {
  const keys = await newKeyPair(keyType);
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: subjectName(subject),
    keys,
    signingAlgorithm: { ...keys.privateKey.algorithm, hash: 'SHA-256' },
  });
  return { privateKey: await privateKeyPem(keys), csr: Buffer.from(`${request.toString('pem')}\n`).toString('base64') };
}

const attributes = new Set(['O', 'OU', 'L', 'ST', 'C', 'CN']);

/** `O=..,OU=..,L=..,ST=..,C=..,CN=..` without blanks around the separators; the order is kept, because it is part of the name. */
export function subjectName(subject: string): { [attribute: string]: string[] }[] {
  const unreadable = () => new AgentError('invalid-answer', `the Connector gave a certificate subject that cannot be used: ${subject}`);
  const name = subject.split(',').map((part) => {
    const [attribute = '', value = '', ...rest] = part.split('=');
    if (!attributes.has(attribute) || value === '' || rest.length > 0) throw unreadable();
    return { [attribute]: [value] };
  });
  if (name.filter((attribute) => 'CN' in attribute).length !== 1) throw unreadable();
  return name;
}
