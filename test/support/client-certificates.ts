import { createPrivateKey, X509Certificate as NodeCertificate, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '#shared/certificates/x509.ts';
import { days, later, minutes } from '#shared/core/clock.ts';
import { freshKeys, type KeyKind, keyKinds, privateKeyPem } from './csr-builder.ts';

export interface TestRoot {
  readonly certificate: X509Certificate;
  readonly anchor: NodeCertificate;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly kind: KeyKind;
  /** Key and certificate as the local authority reads them from its file. */
  readonly file: string;
}

/** A self-signed root of its own that ends in `left` milliseconds. */
export async function aRoot(kind: KeyKind = 'P-256', name = 'O=Compass,CN=Test Root', left = days(4000)): Promise<TestRoot> {
  const keys = await freshKeys(kind);
  const now = new Date();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    signingAlgorithm: keyKinds[kind],
    notBefore: later(now, -days(400)),
    notAfter: later(now, left),
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const file = `${await privateKeyPem(keys)}${certificate.toString('pem')}\n`;
  return { certificate, anchor: new NodeCertificate(certificate.toString('pem')), keys, kind, file };
}

type Signing = Pick<TestRoot, 'certificate' | 'kind'> & { readonly keys: { readonly privateKey: webcrypto.CryptoKey } };

/** The authority of a one-machine runner with an RSA key, as a thief of its key file has it. */
export async function stolenAuthority(file: string): Promise<Signing> {
  const pem = readFileSync(file, 'utf8');
  const key = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  const privateKey = await webcrypto.subtle.importKey('pkcs8', key, keyKinds['RSA 2048'], false, ['sign']);
  return { certificate: new X509Certificate(new NodeCertificate(pem).toString()), kind: 'RSA 2048', keys: { privateKey } };
}

export interface ClientCertificateWish {
  readonly name?: JsonName | string;
  readonly keys?: webcrypto.CryptoKeyPair;
  readonly uris?: readonly string[];
  readonly usages?: readonly string[];
  readonly authority?: boolean;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

/** A certificate that `root` signed, with everything a client certificate must have unless told otherwise. */
export async function aClientCertificate(root: Signing, wish: ClientCertificateWish = {}): Promise<string> {
  const { name = [], uris = [], usages = [ExtendedKeyUsage.clientAuth], authority = false } = wish;
  const now = new Date();
  const extensions: Extension[] = [new BasicConstraintsExtension(authority, undefined, true)];
  if (usages.length > 0) extensions.push(new ExtendedKeyUsageExtension([...usages]));
  if (uris.length > 0) extensions.push(new SubjectAlternativeNameExtension(uris.map((value) => ({ type: 'url' as const, value }))));
  const certificate = await X509CertificateGenerator.create({
    subject: name,
    issuer: root.certificate.subjectName,
    publicKey: (wish.keys ?? (await freshKeys('P-256'))).publicKey,
    signingKey: root.keys.privateKey,
    signingAlgorithm: keyKinds[root.kind],
    notBefore: wish.notBefore ?? later(now, -minutes(5)),
    notAfter: wish.notAfter ?? later(now, days(7)),
    extensions,
  });
  return certificate.toString('pem');
}

/** URL of the revocation list of an authority under test. */
export const listUrl = (authorityId: string): string => `https://api.test/crl/${authorityId}.crl`;
