import { createPrivateKey, X509Certificate } from 'node:crypto';
import { AgentError } from '../agent-error.ts';
import { pemBlocks } from './pem-blocks.ts';

/** The client certificate with its key, and the certificates that lead to the root. Both are PEM; the client's certificate comes first. */
export interface Identity {
  readonly privateKey: string;
  readonly certificateChain: string;
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** PEM labels of PKCS #8, RSA and EC keys. */
const keyLabels = ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY'];

/** Undefined unless the text holds a key and a certificate that belong together. */
export function parseIdentity(pem: string): Identity | undefined {
  const [privateKey] = keyLabels.flatMap((label) => pemBlocks(pem, label));
  const certificates = pemBlocks(pem, 'CERTIFICATE');
  const [client] = certificates;
  if (privateKey === undefined || client === undefined || !belongTogether(privateKey, client)) return undefined;
  return { privateKey: `${privateKey}\n`, certificateChain: `${certificates.join('\n')}\n` };
}

export interface ExpectedCertificate {
  readonly privateKey: string;
  /** The subject that was asked for. */
  readonly subject: string;
  readonly now: Date;
}

/**
 * Takes the Connector's answer (base64 of PEM) for the key that asked. Refuses what could not be used, so that it never replaces what can: a
 * certificate for another key or name, one that is over already, and a chain that does not hang together.
 */
export function identityFrom(encodedChain: string, { privateKey, subject, now }: ExpectedCertificate): Identity {
  const identity = parseIdentity(`${privateKey}\n${Buffer.from(encodedChain, 'base64').toString('utf8')}`);
  if (identity === undefined) throw unusable('does not belong to our key');
  const [client, ...issuers] = chainOf(identity);
  if (commonName(client?.subject.split('\n')) !== commonName(subject.split(','))) throw unusable('is for another name than we asked for');
  if (validityOf(identity).notAfter <= now) throw unusable('has expired already');
  issuers.reduce((issued, issuer) => {
    if (!issued?.checkIssued(issuer) || !issued.verify(issuer.publicKey))
      throw unusable('comes with a chain that does not lead to its root');
    return issuer;
  }, client);
  return identity;
}

const unusable = (what: string): AgentError => new AgentError('invalid-answer', `the Connector answered with a certificate that ${what}`);

const commonName = (attributes: readonly string[] = []): string | undefined => attributes.find((attribute) => attribute.startsWith('CN='));

const chainOf = ({ certificateChain }: Identity): X509Certificate[] =>
  pemBlocks(certificateChain, 'CERTIFICATE').map((pem) => new X509Certificate(pem));

export function validityOf(identity: Identity): Validity {
  return validityOfCertificate(new X509Certificate(identity.certificateChain));
}

/** The Runtime that the certificate names as its holder. Undefined where the control plane writes none into it. */
export function holderIn({ certificateChain }: Identity): { readonly runtimeId: string; readonly tenant: string } | undefined {
  const names = new X509Certificate(certificateChain).subjectAltName ?? '';
  const [, tenant, runtimeId] = /\bURI:urn:compass:([^:,]{1,255}):runtime:([^:,]{1,255})/.exec(names) ?? [];
  return tenant === undefined || runtimeId === undefined ? undefined : { runtimeId, tenant };
}

/** Not by `validFromDate` and `validToDate`, which Node 20 does not have. */
export function validityOfCertificate({ validFrom, validTo }: X509Certificate): Validity {
  return { notBefore: new Date(validFrom), notAfter: new Date(validTo) };
}

export function isExpired(identity: Identity, now: Date): boolean {
  return validityOf(identity).notAfter <= now;
}

function belongTogether(privateKey: string, certificate: string): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
  } catch {
    return false;
  }
}
