import { createHash } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
} from './x509.ts';

/** PKCS #9 extensionRequest (RFC 2985, 5.4.2). */
const extensionRequest = '1.2.840.113549.1.9.14';
/** The attribute that Windows used for the same before RFC 2985. */
const microsoftExtensions = '1.3.6.1.4.1.311.2.1.14';

/**
 * Names the rule that a CSR breaks by asking for an extension that its certificate will not have; undefined if it breaks none. Asking for
 * what every client certificate has is allowed. Throws for attributes that cannot be parsed.
 */
export function unfulfillable(request: Pkcs10CertificateRequest): string | undefined {
  const types = request.attributes.map(({ type }) => type);
  if (new Set(types).size !== types.length) return 'CSR: an attribute is repeated.';
  if (types.includes(microsoftExtensions)) return 'CSR: extensions were asked for in an attribute that is not read.';
  const requested = request.getAttribute(extensionRequest);
  if (requested && requested.values.length !== 1) return 'CSR: an attribute is repeated.';
  return request.extensions.map((extension) => refusalOf(extension, request)).find((why) => why !== undefined);
}

function refusalOf(extension: Extension, request: Pkcs10CertificateRequest): string | undefined {
  for (const rule of rules) {
    const kept = rule.kept(extension, request);
    if (kept !== undefined) return kept ? undefined : rule.otherwise;
  }
  return 'CSR: an extension was asked for that certificates of clients do not have.';
}

interface Rule {
  /** Returns true if the certificate will have what the extension asks for; undefined for extensions of another type. */
  readonly kept: (extension: Extension, request: Pkcs10CertificateRequest) => boolean | undefined;
  readonly otherwise: string;
}

const rule = <E extends Extension>(
  type: new (raw: ArrayBuffer) => E,
  kept: (extension: E, request: Pkcs10CertificateRequest) => boolean,
  otherwise: string,
): Rule => ({ kept: (extension, request) => (extension instanceof type ? kept(extension, request) : undefined), otherwise });

const rules: readonly Rule[] = [
  rule(BasicConstraintsExtension, ({ ca }) => !ca, 'CSR: a certificate authority was asked for.'),
  rule(SubjectAlternativeNameExtension, repeatsSubject, 'CSR: alternative names were asked for.'),
  rule(
    KeyUsagesExtension,
    ({ usages }) => usages === KeyUsageFlags.digitalSignature,
    'CSR: key usages other than digitalSignature were asked for.',
  ),
  rule(
    ExtendedKeyUsageExtension,
    ({ usages }) => usages.length === 1 && usages[0] === ExtendedKeyUsage.clientAuth,
    'CSR: extended key usages other than clientAuth were asked for.',
  ),
  rule(
    SubjectKeyIdentifierExtension,
    ({ keyId }, request) => keyId === keyIdOf(request),
    'CSR: another subject key identifier was asked for.',
  ),
];

/** Returns true if each alternative name is the common name once more: some tools write it into every request. It is not in the certificate. */
function repeatsSubject({ names }: SubjectAlternativeNameExtension, { subjectName }: Pkcs10CertificateRequest): boolean {
  const same = [...subjectName.getField('CN'), subjectName.toString()].map((name) => name.toLowerCase());
  return names.items.every(({ value }) => same.includes(value.toLowerCase()));
}

/** SHA-1 of the public key's bits: method 1 of RFC 5280, 4.2.1.2, by which every authority of ours makes the identifier. */
function keyIdOf({ publicKey }: Pkcs10CertificateRequest): string {
  const { subjectPublicKey } = AsnConvert.parse(publicKey.rawData, SubjectPublicKeyInfo);
  return createHash('sha1').update(new Uint8Array(subjectPublicKey)).digest('hex');
}
