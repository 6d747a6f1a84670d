import { randomBytes, type webcrypto } from 'node:crypto';
import * as x509 from '#shared/certificates/x509.ts';
import { days, later, minutes } from '#shared/core/clock.ts';
import { readFileIfPresent, writePrivateFile } from '../private-file.ts';

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };
const usages: webcrypto.KeyUsage[] = ['sign', 'verify'];

/** A certificate authority of this machine: it signs clients' certificates (the Connector, through the key file) and the TLS server's. */
export interface LocalAuthority {
  readonly file: string;
  readonly certificatePem: string;
  readonly notBefore: Date;
  issueServerCertificate(now: Date): Promise<{ key: string; cert: string }>;
}

/** Makes an authority: its key and certificate in one PEM file, with its generation in its name so that no two have the same. */
export async function createAuthority(file: string, generation: number, now: Date): Promise<LocalAuthority> {
  const [keyPem, certificatePem] = await selfSigned(
    generation === 1 ? 'Compass on this machine' : `Compass on this machine ${generation}`,
    now,
  );
  await writePrivateFile(file, `${keyPem}\n${certificatePem}\n`);
  return authorityOf(file, keyPem, certificatePem);
}

/** The authority in a file; undefined when there is no file. */
export async function storedAuthority(file: string): Promise<LocalAuthority | undefined> {
  const stored = await readFileIfPresent(file);
  if (stored === undefined) return undefined;
  const [keyPem = '', certificatePem = ''] = blocksOf(stored);
  return authorityOf(file, keyPem, certificatePem);
}

async function authorityOf(file: string, keyPem: string, certificatePem: string): Promise<LocalAuthority> {
  const issuer = new x509.X509Certificate(certificatePem);
  const signingKey = await crypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(keyPem), rsa, false, ['sign']);
  return {
    file,
    certificatePem: `${certificatePem}\n`,
    notBefore: issuer.notBefore,
    issueServerCertificate: (issuedAt) => issueServerCertificate(issuer, signingKey, issuedAt),
  };
}

const blocksOf = (pem: string): string[] => [...pem.matchAll(/-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g)].map(([block]) => block);

const earliest = (...dates: Date[]): Date => new Date(Math.min(...dates.map(Number)));

const serialNumber = (): string => `0${randomBytes(16).toString('hex').slice(1)}`;

async function selfSigned(name: string, now: Date): Promise<[string, string]> {
  const keys = await crypto.subtle.generateKey(rsa, true, usages);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: `CN=${name},O=Compass`,
    notBefore: later(now, -minutes(5)),
    notAfter: later(now, days(3650)),
    signingAlgorithm: rsa,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return [await privateKeyPem(keys.privateKey), certificate.toString('pem')];
}

/** A server's certificate for 30 days, or until its issuer ends. Its key is made at each start and ends with the process. */
async function issueServerCertificate(issuer: x509.X509Certificate, signingKey: webcrypto.CryptoKey, now: Date) {
  const keys = await crypto.subtle.generateKey(rsa, true, usages);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=localhost',
    issuer: issuer.subject,
    notBefore: later(now, -minutes(5)),
    notAfter: earliest(later(now, days(30)), issuer.notAfter),
    signingAlgorithm: rsa,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await privateKeyPem(keys.privateKey), cert: certificate.toString('pem') };
}

const privateKeyPem = async (key: webcrypto.CryptoKey): Promise<string> =>
  x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), x509.PemConverter.PrivateKeyTag);
