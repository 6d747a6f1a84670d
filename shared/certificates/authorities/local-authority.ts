import { X509Certificate as CheckedCertificate, createPrivateKey, type KeyObject, webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { once } from '../../core/once.ts';
import type { CertificateAuthority, ListingAuthority } from '../certificate-authority.ts';
import { pemBlocks } from '../pem-blocks.ts';
import { authorityIdOf } from '../trust-anchors.ts';
import { X509Certificate, X509CertificateGenerator, X509CrlGenerator } from '../x509.ts';
import { clientCertificateFields } from './client-certificate.ts';
import { revocationListFields } from './revocation-list.ts';

/** PEM labels of PKCS #8, RSA and EC keys. */
const keyLabels = ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY'];

/** Signs with a key in a file (PEM of a private key and its self-signed certificate): for one machine and for tests. */
export function localAuthority(file: string, listUrl: (authorityId: string) => string): CertificateAuthority & ListingAuthority {
  const authority = once(() => load(file));
  return {
    issue: async (order) => {
      const { certificate, checked, signingKey, signingAlgorithm } = await authority();
      const fields = await clientCertificateFields(order, certificate, listUrl(authorityIdOf(checked)));
      const issued = await X509CertificateGenerator.create({ ...fields, signingKey, signingAlgorithm });
      return { pem: issued.toString('pem'), issuers: [certificate.toString('pem')] };
    },
    certificate: async () => (await authority()).checked,
    issuers: async () => [(await authority()).certificate.toString('pem')],
    signList: async (contents) => {
      const { certificate, signingKey, signingAlgorithm } = await authority();
      const fields = await revocationListFields(contents, certificate);
      return new Uint8Array((await X509CrlGenerator.create({ ...fields, signingKey, signingAlgorithm })).rawData);
    },
  };
}

async function load(file: string) {
  const pem = await readFile(file, 'utf8');
  const [certificate] = pemBlocks(pem, 'CERTIFICATE');
  const [key] = keyLabels.flatMap((label) => pemBlocks(pem, label));
  if (!certificate || !key) throw new Error(`${file} must hold a private key and its certificate as PEM`);
  const privateKey = createPrivateKey(key);
  const signingAlgorithm = algorithmOf(privateKey);
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const signingKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, signingAlgorithm, false, ['sign']);
  return { certificate: new X509Certificate(certificate), checked: new CheckedCertificate(certificate), signingKey, signingAlgorithm };
}

function algorithmOf(key: KeyObject) {
  if (key.asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve === 'secp384r1') return { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' };
  return { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
}
