import { createPrivateKey, X509Certificate } from 'node:crypto';
import { AgentError } from './agent-error.ts';

/** The client certificate with its key, and the certificates that lead to the root. Both are PEM; the client's certificate comes first. */
export interface Identity {
  readonly privateKey: string;
  readonly certificateChain: string;
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const privateKeyBlock = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/;

/** Undefined unless the text holds a key and a certificate that belong together. */
export function parseIdentity(pem: string): Identity | undefined {
  const privateKey = pem.match(privateKeyBlock)?.[0];
  const certificates = pem.match(certificateBlock) ?? [];
  const [client] = certificates;
  if (privateKey === undefined || client === undefined || !belongTogether(privateKey, client)) return undefined;
  return { privateKey: `${privateKey}\n`, certificateChain: `${certificates.join('\n')}\n` };
}

/** Takes the Connector's answer (base64 of PEM) for the key that asked; refuses a certificate that was made for another key. */
export function identityFrom(privateKey: string, encodedChain: string): Identity {
  const identity = parseIdentity(`${privateKey}\n${Buffer.from(encodedChain, 'base64').toString('utf8')}`);
  if (identity === undefined)
    throw new AgentError('invalid-answer', 'the Connector answered with a certificate that does not belong to our key');
  return identity;
}

export function validityOf(identity: Identity): Validity {
  const certificate = new X509Certificate(identity.certificateChain);
  return { notBefore: certificate.validFromDate, notAfter: certificate.validToDate };
}

function belongTogether(privateKey: string, certificate: string): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
  } catch {
    return false;
  }
}
