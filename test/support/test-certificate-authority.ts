import { X509Certificate as NodeCertificate, randomUUID, type webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '#shared/certificates/x509.ts';

const day = 86_400_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Names in a client certificate. */
interface Holder {
  /** The subject. Default: the one of the request. */
  readonly subject?: string | undefined;
  /** The URI in the alternative name. */
  readonly uri: string;
}

export interface TestCertificateAuthority {
  readonly certificate: string;
  serverIdentity(): Promise<{ key: string; cert: string }>;
  /** PEM of the client certificate; throws when the request's signature is broken. */
  signRequest(csrPem: string, validity: Validity, holder: Holder): Promise<string>;
}

/**
 * The validity of certificates issued at a given time, which may be simulated: TLS goes by the real one, so that they have begun by then.
 */
export function validFor(days: number, startedDaysAgo = 0): (now: Date) => Validity {
  return (now) => ({
    notBefore: new Date(Math.min(now.getTime(), Date.now()) - startedDaysAgo * day - 1000),
    notAfter: new Date(now.getTime() + days * day),
  });
}

/** A self-signed root that signs directly, as the default deployment of the control plane does. */
export async function testCertificateAuthority(): Promise<TestCertificateAuthority> {
  const keys = await newKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    name: `O=Test,OU=The certificate authority of one test,CN=Test Root ${randomUUID()}`,
    keys,
    signingAlgorithm: algorithm,
    ...validFor(365, 1)(new Date()),
    extensions: [
      new BasicConstraintsExtension(true, 1, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  return {
    certificate: `${root.toString('pem')}\n`,
    async serverIdentity() {
      const server = await newKeys();
      const cert = await X509CertificateGenerator.create({
        subject: 'CN=localhost',
        issuer: root.subject,
        publicKey: server.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        ...validFor(30, 1)(new Date()),
        extensions: [
          new SubjectAlternativeNameExtension([
            { type: 'dns', value: 'localhost' },
            { type: 'ip', value: '127.0.0.1' },
          ]),
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        ],
      });
      return { key: await keyPem(server), cert: cert.toString('pem') };
    },
    async signRequest(csrPem, validity, { subject, uri }) {
      const request = new Pkcs10CertificateRequest(csrPem);
      if (!(await request.verify())) throw new Error('CSR signature invalid');
      const certificate = await X509CertificateGenerator.create({
        subject: subject ?? request.subjectName,
        issuer: root.subject,
        publicKey: request.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        ...validity,
        extensions: [
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
          new SubjectAlternativeNameExtension([{ type: 'url', value: uri }]),
        ],
      });
      return `${certificate.toString('pem')}\n`;
    },
  };
}

export function publicKeyOf(pem: string): string {
  return new NodeCertificate(pem).publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function keyPem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
}
