import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkCsr } from '#shared/certificates/csr.ts';
import {
  Attribute,
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  ChallengePasswordAttribute,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  ExtensionsAttribute,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
} from '#shared/certificates/x509.ts';
import { aCsr, aCsrForAnotherKey, base64, csrPolicy, type KeyKind, pemOf, subjectOf } from '#test/support/csr-builder.ts';

const authId = randomUUID();
const subject = subjectOf(authId);
const good = await aCsr({ name: subject });
const ownKeyId = await SubjectKeyIdentifierExtension.create(good.keys.publicKey);

const refusal = (encoded: string) =>
  checkCsr(encoded, authId, csrPolicy).then(
    () => 'accepted',
    (error) => `${error.code}: ${error.message}`,
  );

const signing = (why: string) => `CsrInvalid: Error while signing Certificate Signing Request: ${why}`;
const decoding = (why: string) => `CsrInvalid: Error while decoding Certificate Signing Request: ${why}`;

describe('keys and signatures', () => {
  it.each<KeyKind>(['RSA 2048', 'RSA 2048 with SHA-512', 'RSA 4096', 'P-256', 'P-384'])('accepts %s', async (kind) => {
    const { encoded } = await aCsr({ name: subject, kind });
    expect(await refusal(encoded)).toBe('accepted');
  });

  it.each<KeyKind>(['RSA 1024', 'P-521', 'Ed25519'])('refuses %s', async (kind) => {
    const { encoded } = await aCsr({ name: subject, kind });
    expect(await refusal(encoded)).toBe(signing('CSR: the key must be RSA of 2048 bits or more, or on the curve P-256 or P-384.'));
  });

  it('accepts SHA-1 and says so, unless the deployment refuses it', async () => {
    const { encoded } = await aCsr({ name: subject, kind: 'RSA 2048 with SHA-1' });
    expect(await refusal(encoded)).toBe(signing('CSR: signatures with SHA-1 are not accepted.'));
    expect((await checkCsr(encoded, authId, { ...csrPolicy, allowSha1: true })).isSignedWithSha1).toBe(true);
    expect((await checkCsr(good.encoded, authId, { ...csrPolicy, allowSha1: true })).isSignedWithSha1).toBe(false);
  });

  it('refuses a CSR whose signature was changed', async () => {
    const der = Buffer.from(good.der);
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
    expect(await refusal(base64(pemOf(der)))).toBe(signing('CSR signature invalid'));
  });

  it('refuses a CSR whose signature is none of its algorithm', async () => {
    const { der } = await aCsr({ name: subject, kind: 'P-256' });
    const changed = Buffer.from(der);
    const signature = changed.findLastIndex((byte, at) => byte === 0x30 && changed[at + 1] === changed.length - at - 2);
    changed[signature] = 0x31;
    expect(await refusal(base64(pemOf(changed)))).toBe(signing('CSR signature invalid'));
  });

  it('refuses a CSR for a key that its sender does not hold', async () => {
    expect(await refusal(await aCsrForAnotherKey(subject))).toBe(signing('CSR signature invalid'));
  });
});

describe('the subject', () => {
  const without = (attribute: string): JsonName => subject.filter((part) => !(attribute in part));
  const withOther = (attribute: string, value: string): JsonName =>
    subject.map((part) => (attribute in part ? { [attribute]: [value] } : part));
  const words = { CN: 'common name', C: 'country', O: 'organization', OU: 'organizational unit', L: 'locality', ST: 'province' };
  const attributes = Object.entries(words).map(([attribute, name]) => ({ attribute, name }));

  it.each(attributes)('needs the $name', async ({ attribute, name }) => {
    const { encoded } = await aCsr({ name: without(attribute) });
    expect(await refusal(encoded)).toBe(signing(`CSR: No ${name} provided.`));
  });

  it.each(attributes)('needs exactly the $name that was given', async ({ attribute, name }) => {
    const { encoded } = await aCsr({ name: withOther(attribute, attribute === 'C' ? 'PL' : randomUUID()) });
    expect(await refusal(encoded)).toBe(signing(`CSR: Invalid ${name} provided.`));
  });

  it.each(attributes)('takes the $name once only', async ({ attribute, name }) => {
    const { encoded } = await aCsr({ name: [...subject, ...subject.filter((part) => attribute in part)] });
    expect(await refusal(encoded)).toBe(signing(`CSR: Invalid ${name} provided.`));
  });

  it.each(['DC', 'E', '2.5.4.5'])('takes no %s beside what was asked for', async (attribute) => {
    const { encoded } = await aCsr({ name: [...subject, { [attribute]: ['more'] }] });
    expect(await refusal(encoded)).toBe(signing('CSR: the subject has attributes that were not asked for.'));
  });

  it('takes no second value inside one relative name', async () => {
    const name: JsonName = [...subject.slice(0, 5), { CN: [authId], DC: ['more'] }];
    expect(await refusal((await aCsr({ name })).encoded)).toBe(signing('CSR: the subject has attributes that were not asked for.'));
  });

  it.each(['ST', 'O'])('takes no common name that shares a relative distinguished name with %s', async (other) => {
    const shared = subject.find((part) => other in part);
    const name = [...subject.filter((part) => !(other in part) && !('CN' in part)), { CN: [authId], ...shared }];
    expect(await refusal((await aCsr({ name })).encoded)).toMatch('CSR: the common name must stand by itself');
  });

  it('may have other attributes in one relative distinguished name', async () => {
    const name: JsonName = [
      { O: ['Compass'] },
      { OU: ['Control Plane'] },
      { L: ['Locality'], ST: ['State'] },
      { C: ['DE'] },
      { CN: [authId] },
    ];
    expect(await refusal((await aCsr({ name })).encoded)).toBe('accepted');
  });

  it('may come in any order', async () => {
    expect(await refusal((await aCsr({ name: [...subject].reverse() })).encoded)).toBe('accepted');
  });

  it.each(['upper case', 'a blank in front'])('takes no other spelling of the common name: %s', async (spelling) => {
    const name = withOther('CN', spelling === 'upper case' ? authId.toUpperCase() : ` ${authId}`);
    expect(await refusal((await aCsr({ name })).encoded)).toBe(signing('CSR: Invalid common name provided.'));
  });
});

describe('the encoding', () => {
  it.each([
    ['line ends of Windows in the PEM', () => base64(good.pem.replaceAll('\n', '\r\n'))],
    ['blank lines around the PEM', () => base64(`\n\n${good.pem}\n\n`)],
    ['base64 in lines', () => good.encoded.replace(/.{64}/g, '$&\n')],
    ['base64 in lines of Windows with blanks around', () => `  ${good.encoded.replace(/.{76}/g, '$&\r\n')}  `],
    ['base64 without padding', () => good.encoded.replace(/=+$/, '')],
    ['text in front of the PEM', () => base64(`PKCS #10 Certificate Request Information:\n\tVersion: 1\n${good.pem}`)],
    ['a dump of 12 KB in front of the PEM', () => base64(`${'Modulus: 00:11:22\n'.repeat(700)}${good.pem}`)],
    ['attributes of a key store in front of the PEM', () => base64(`Bag Attributes\n    friendlyName: shop\n${good.pem}`)],
    ['parameters of a curve in front of the PEM', () => base64(pemOf(Buffer.from('0605'), 'EC PARAMETERS') + good.pem)],
    ['a comment behind the PEM', () => base64(`${good.pem}\n# made by a tool\n`)],
    ['a byte order mark in front of the PEM', () => base64(`\ufeff${good.pem}`)],
    ['a PEM in UTF-16', () => Buffer.from(`\ufeff${good.pem}`, 'utf16le').toString('base64')],
    ['the older label NEW CERTIFICATE REQUEST', () => base64(pemOf(good.der, 'NEW CERTIFICATE REQUEST'))],
  ])('tolerates %s', async (_, encoded) => {
    expect(await refusal(encoded())).toBe('accepted');
  });

  it('gives one CSR one digest, however it is written', async () => {
    const [plain, windows] = await Promise.all(
      [good.encoded, base64(good.pem.replaceAll('\n', '\r\n'))].map((encoded) => checkCsr(encoded, authId, csrPolicy)),
    );
    expect(windows?.digest).toBe(plain?.digest);
  });

  const wrongBase64 = decoding('Error while parsing base64 content. Incorrect value provided.');
  const wrongPem = decoding('Error while parsing PEM content. A single CERTIFICATE REQUEST block is expected.');
  const wrongLength = decoding('the CSR is truncated or followed by other bytes');
  const tooLarge = decoding('the CSR is larger than 8192 bytes');

  it.each([
    ['nothing', () => '', wrongBase64],
    ['something else than base64', () => '%%%', wrongBase64],
    ['a PEM that was not encoded', () => good.pem, wrongBase64],
    ['base64 with padding in its middle', () => `${good.encoded.slice(0, 40)}==${good.encoded.slice(40)}`, wrongBase64],
    ['base64 of something else than a PEM', () => base64('not a PEM'), wrongPem],
    ['the DER without a PEM around it', () => good.der.toString('base64'), wrongPem],
    ['a PEM of another kind', () => base64(pemOf(good.der, 'CERTIFICATE')), wrongPem],
    ['two requests', () => base64(`${good.pem}\n${good.pem}`), wrongPem],
    ['two requests of different labels', () => base64(`${good.pem}\n${pemOf(good.der, 'NEW CERTIFICATE REQUEST')}`), wrongPem],
    ['a request behind the beginning of another', () => base64(`-----BEGIN CERTIFICATE REQUEST-----\n${good.pem}`), wrongPem],
    [
      'a request behind the first line of one with the older label',
      () => base64(`-----BEGIN NEW CERTIFICATE REQUEST-----\n${good.pem}`),
      wrongPem,
    ],
    ['a PEM whose content is not base64', () => base64(good.pem.replace(/^MI/m, '*!')), wrongPem],
    ['bytes behind the request', () => base64(pemOf(Buffer.concat([good.der, Buffer.from([0])]))), wrongLength],
    ['half a request', () => base64(pemOf(good.der.subarray(0, good.der.length / 2))), wrongLength],
    ['a length of more octets than there are', () => base64(pemOf(Buffer.from([0x30, 0x84, 1]))), wrongLength],
    ['something else than a sequence', () => base64(pemOf(Buffer.from('text'))), wrongLength],
    ['a sequence that is no request', () => base64(pemOf(Buffer.from([0x30, 0x00]))), decoding('Error while parsing ASN.1 content.')],
    ['a text of megabytes', () => 'A'.repeat(1 << 20), tooLarge],
    ['a request over 8 KiB', () => base64(pemOf(Buffer.concat([good.der, Buffer.alloc(8192)]))), tooLarge],
  ])('refuses %s', async (_, encoded, message) => {
    expect(await refusal(encoded())).toBe(message);
  });

  it('refuses a well-formed request over 8 KiB', async () => {
    const { encoded } = await aCsr({ name: subject, attributes: [new ChallengePasswordAttribute('x'.repeat(9000))] });
    expect(await refusal(encoded)).toBe(tooLarge);
  });
});

describe('a request for more than a name', () => {
  const keyUsages = 'CSR: key usages other than digitalSignature were asked for.';
  const extendedKeyUsages = 'CSR: extended key usages other than clientAuth were asked for.';
  const noSuch = 'CSR: an extension was asked for that certificates of clients do not have.';
  const unknown = (critical: boolean) => new Extension('1.3.6.1.4.1.99999.1', critical, new Uint8Array([5, 0]));

  it.each([
    ['to be a certificate authority', new BasicConstraintsExtension(true, 3, true), 'CSR: a certificate authority was asked for.'],
    ['a DNS name', new SubjectAlternativeNameExtension([{ type: 'dns', value: 'x.test' }]), 'CSR: alternative names were asked for.'],
    [
      'a DNS name beside its common name',
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: authId },
        { type: 'dns', value: 'x.test' },
      ]),
      'CSR: alternative names were asked for.',
    ],
    [
      "another owner's URI",
      new SubjectAlternativeNameExtension([{ type: 'url', value: `urn:compass:t:runtime:${randomUUID()}` }]),
      'CSR: alternative names were asked for.',
    ],
    ['to encipher keys', new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment, true), keyUsages],
    ['to sign certificates', new KeyUsagesExtension(KeyUsageFlags.keyCertSign), keyUsages],
    ['no key usage at all', new KeyUsagesExtension(0 as KeyUsageFlags), keyUsages],
    ['to authenticate servers', new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]), extendedKeyUsages],
    [
      'to authenticate servers too',
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth, ExtendedKeyUsage.serverAuth]),
      extendedKeyUsages,
    ],
    ['any extended key usage', new ExtendedKeyUsageExtension(['2.5.29.37.0']), extendedKeyUsages],
    [
      'the key identifier of another key',
      new SubjectKeyIdentifierExtension('00'.repeat(20)),
      'CSR: another subject key identifier was asked for.',
    ],
    ['a policy', new CertificatePolicyExtension(['1.3.6.1.4.1.99999.2']), noSuch],
    ['an unknown critical extension', unknown(true), noSuch],
    ['an unknown extension that is not critical', unknown(false), noSuch],
  ])('refuses %s', async (_, extension, why) => {
    const { encoded } = await aCsr({ name: subject, extensions: [extension] });
    expect(await refusal(encoded)).toBe(signing(why));
  });

  it('refuses what is asked for behind what is accepted', async () => {
    const extensions = [
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    ];
    expect(await refusal((await aCsr({ name: subject, extensions })).encoded)).toBe(signing(extendedKeyUsages));
  });

  it('refuses extensions in a second value of their attribute', async () => {
    const [harmless, asked] = [new BasicConstraintsExtension(false), new BasicConstraintsExtension(true)].map(
      (extension) => new ExtensionsAttribute([extension]).values[0] ?? expect.fail('no value'),
    );
    const attributes = [new Attribute('1.2.840.113549.1.9.14', [harmless, asked] as ArrayBuffer[])];
    expect(await refusal((await aCsr({ name: subject, attributes })).encoded)).toBe(signing('CSR: an attribute is repeated.'));
  });

  it("refuses extensions in Microsoft's attribute, which is not read", async () => {
    const { values } = new ExtensionsAttribute([new BasicConstraintsExtension(true)]);
    const attributes = [new Attribute('1.3.6.1.4.1.311.2.1.14', values)];
    expect(await refusal((await aCsr({ name: subject, attributes })).encoded)).toBe(
      signing('CSR: extensions were asked for in an attribute that is not read.'),
    );
  });

  it.each([
    ['not to be a certificate authority', new BasicConstraintsExtension(false, undefined, true)],
    ['to authenticate clients', new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth], true)],
    ['digital signatures', new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)],
    ['the key identifier that its key has', ownKeyId],
    ['its common name as a DNS name', new SubjectAlternativeNameExtension([{ type: 'dns', value: authId }])],
  ])('accepts %s', async (_, extension) => {
    const { encoded } = await aCsr({ name: subject, extensions: [extension] });
    expect(await refusal(encoded)).toBe('accepted');
  });

  it('refuses an attribute that comes twice', async () => {
    const attributes = [new ChallengePasswordAttribute('one'), new ChallengePasswordAttribute('two')];
    expect(await refusal((await aCsr({ name: subject, attributes })).encoded)).toBe(signing('CSR: an attribute is repeated.'));
  });
});

it('the CSR parser refuses or accepts a request in which any byte is another one, and never fails', async () => {
  const { der } = await aCsr({
    name: subject,
    extensions: [
      new BasicConstraintsExtension(false),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      ownKeyId,
    ],
    attributes: [new ChallengePasswordAttribute('secret')],
  });
  expect(await refusal(base64(pemOf(der)))).toBe('accepted');
  for (const [index, byte] of der.entries()) {
    const changed = Buffer.from(der);
    changed[index] = byte ^ (index % 2 === 0 ? 0x01 : 0x80);
    expect(await refusal(base64(pemOf(changed)))).toMatch(/^(CsrInvalid: .*|accepted)$/);
  }
});
