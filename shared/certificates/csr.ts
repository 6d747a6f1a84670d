import { createHash, createPublicKey } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import { thumbprintOf } from '../pairing/key-thumbprint.ts';
import { csrInvalid } from './csr-errors.ts';
import { unfulfillable } from './csr-extensions.ts';
import { expectedSubject, type SubjectTemplate } from './csr-subject.ts';
import { pemBlocks } from './pem-blocks.ts';
import { Pkcs10CertificateRequest } from './x509.ts';

/** A certificate signing request that keeps every rule. */
export interface CheckedCsr {
  readonly request: Pkcs10CertificateRequest;
  /** SHA-256 of its DER encoding: what ties a one-time token to it. */
  readonly digest: string;
  readonly keyThumbprint: string;
  readonly pem: string;
  /** True if the request proves possession of its key by a signature with SHA-1. The certificate is never signed so. */
  readonly isSignedWithSha1: boolean;
}

export interface CsrPolicy {
  readonly subject: SubjectTemplate;
  readonly allowSha1: boolean;
}

const maxCsrBytes = 8 * 1024;
/** Characters of base64 of a PEM with whatever text a tool writes around the request. */
const maxEncodedLength = 4 * maxCsrBytes;
const minRsaBits = 2048;
const curves = ['prime256v1', 'secp384r1'];

const unreadable = (why: string, cause?: unknown) =>
  new AppError('CsrInvalid', `Error while decoding Certificate Signing Request: ${why}`, { cause });

/** Reads base64 of a PEM and checks proof of possession, subject, key and requested extensions. Throws CsrInvalid with the broken rule. */
export async function checkCsr(encoded: string, authId: string, policy: CsrPolicy): Promise<CheckedCsr> {
  const der = derOf(encoded);
  const request = parsed(der);
  checkSubject(request, authId, policy.subject);
  checkKey(request);
  checkSignatureAlgorithm(request, policy);
  checkExtensions(request);
  if (!(await isSelfSigned(request))) throw csrInvalid('CSR signature invalid');
  return {
    request,
    digest: createHash('sha256').update(der).digest('hex'),
    keyThumbprint: thumbprintOf(new Uint8Array(request.publicKey.rawData)),
    pem: request.toString('pem'),
    isSignedWithSha1: request.signatureAlgorithm?.hash?.name === 'SHA-1',
  };
}

const labels = ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'];

function derOf(encoded: string): Buffer {
  if (encoded.length > maxEncodedLength) throw unreadable(`the CSR is larger than ${maxCsrBytes} bytes`);
  const compact = encoded.replace(/\s/g, '');
  if (!isBase64(compact)) throw unreadable('Error while parsing base64 content. Incorrect value provided.');
  const body = insideOnlyBlock(textOf(Buffer.from(compact, 'base64')))?.replace(/\s/g, '');
  if (!body || !isBase64(body)) throw unreadable('Error while parsing PEM content. A single CERTIFICATE REQUEST block is expected.');
  const der = Buffer.from(body, 'base64');
  if (der.length > maxCsrBytes) throw unreadable(`the CSR is larger than ${maxCsrBytes} bytes`);
  if (sequenceLength(der) !== der.length) throw unreadable('the CSR is truncated or followed by other bytes');
  return der;
}

/** The text of a PEM. Shells of Windows write it in UTF-16, which begins with a byte order mark. */
const textOf = (pem: Buffer): string => pem.toString(pem[0] === 0xff && pem[1] === 0xfe ? 'utf16le' : 'latin1');

function isBase64(text: string): boolean {
  const digits = text.replace(/={1,2}$/, '');
  return digits !== '' && !/[^A-Za-z0-9+/]/.test(digits);
}

/**
 * The text between the first and the last line of the one request in a PEM; undefined if it holds none or several. Other text is ignored (RFC 7468, 2):
 * tools write dumps and attributes around the block.
 */
function insideOnlyBlock(pem: string): string | undefined {
  const found = labels.flatMap((label) => pemBlocks(pem, label).map((block) => block.slice(beginOf(label).length, -endOf(label).length)));
  const begun = labels.reduce((count, label) => count + pem.split(beginOf(label)).length - 1, 0);
  return found.length === 1 && begun === 1 ? found[0] : undefined;
}

const beginOf = (label: string): string => `-----BEGIN ${label}-----`;
const endOf = (label: string): string => `-----END ${label}-----`;

/** The length that the outermost DER sequence declares, its header included; the parser itself would ignore bytes behind it. */
function sequenceLength(der: Buffer): number {
  const first = der[1] ?? 0;
  if (der[0] !== 0x30) return -1;
  if (first < 0x80) return 2 + first;
  const octets = first & 0x7f;
  return octets === 0 || octets > 4 || der.length < 2 + octets ? -1 : 2 + octets + der.readUIntBE(2, octets);
}

const parsed = (der: Buffer): Pkcs10CertificateRequest => readable(() => new Pkcs10CertificateRequest(new Uint8Array(der)));

/** Runs a parser and turns its errors into CsrInvalid. Parts of a request are parsed at first use. */
function readable<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw unreadable('Error while parsing ASN.1 content.', error);
  }
}

function checkSubject(request: Pkcs10CertificateRequest, authId: string, template: SubjectTemplate): void {
  const expected = expectedSubject(template, authId);
  for (const { attribute, words, value } of expected) {
    const values = request.subjectName.getField(attribute);
    if (values.length === 0) throw csrInvalid(`CSR: No ${words} provided.`);
    if (values.length > 1 || values[0] !== value) throw csrInvalid(`CSR: Invalid ${words} provided.`);
  }
  const names = request.subjectName.toJSON().map((part) => Object.keys(part));
  const attributes = names.flat();
  if (attributes.length !== expected.length) throw csrInvalid('CSR: the subject has attributes that were not asked for.');
  // Parsers that go by lines of a name would not find it, and ACM PCA need not take it.
  if (names.some((attributes) => attributes.includes('CN') && attributes.length > 1))
    throw csrInvalid('CSR: the common name must stand by itself, not together with others in one relative distinguished name.');
}

function checkKey(request: Pkcs10CertificateRequest): void {
  const { type, details } = keyOf(request);
  const strong =
    (type === 'rsa' && (details?.modulusLength ?? 0) >= minRsaBits) || (type === 'ec' && curves.includes(details?.namedCurve ?? ''));
  if (!strong) throw csrInvalid(`CSR: the key must be RSA of ${minRsaBits} bits or more, or on the curve P-256 or P-384.`);
}

function keyOf(request: Pkcs10CertificateRequest) {
  try {
    const key = createPublicKey({ key: Buffer.from(request.publicKey.rawData), format: 'der', type: 'spki' });
    return { type: key.asymmetricKeyType, details: key.asymmetricKeyDetails };
  } catch (error) {
    throw csrInvalid('CSR: the public key cannot be read.', error);
  }
}

function checkSignatureAlgorithm(request: Pkcs10CertificateRequest, { allowSha1 }: CsrPolicy): void {
  const hash = request.signatureAlgorithm?.hash?.name;
  const accepted = ['SHA-256', 'SHA-384', 'SHA-512', ...(allowSha1 ? ['SHA-1'] : [])];
  if (!hash || !accepted.includes(hash)) throw csrInvalid(`CSR: signatures with ${hash ?? 'an unknown hash'} are not accepted.`);
}

/** Refuses requested extensions that the certificate will not have. Nothing of a CSR but subject and key is copied into a certificate. */
function checkExtensions(request: Pkcs10CertificateRequest): void {
  const why = readable(() => unfulfillable(request));
  if (why) throw csrInvalid(why);
}

async function isSelfSigned(request: Pkcs10CertificateRequest): Promise<boolean> {
  try {
    return await request.verify();
  } catch {
    return false;
  }
}
