import { describe, expect, it } from 'vitest';
import { newSigningRequest, subjectName } from '#agent/pairing/csr.ts';
import { keyTypes } from '#agent/pairing/key-pair.ts';
import { Pkcs10CertificateRequest } from '#shared/certificates/x509.ts';

const subject = 'O=Org,OU=Org Unit,L=Locality,ST=State,C=DE,CN=0192f0c1-aaaa-7bbb-8ccc-123456789abc';

describe('the signing request', () => {
  it.each(keyTypes)('names the given subject and nothing else, signed with a new %s key', async (keyType) => {
    const { csr, privateKey } = await newSigningRequest(subject, keyType);
    const request = new Pkcs10CertificateRequest(Buffer.from(csr, 'base64').toString());
    expect(request.subject.replaceAll(', ', ',')).toBe(subject);
    expect(request.extensions).toEqual([]);
    expect(await request.verify()).toBe(true);
    expect(privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  it('has another key each time', async () => {
    const [one, other] = [await newSigningRequest(subject, 'ec-p256'), await newSigningRequest(subject, 'ec-p256')];
    expect(one.privateKey).not.toBe(other.privateKey);
  });
});

describe('the subject', () => {
  it('keeps its order', () => {
    expect(subjectName('O=a,C=DE,CN=b')).toEqual([{ O: ['a'] }, { C: ['DE'] }, { CN: ['b'] }]);
  });

  it.each(['', 'CN', 'CN=', 'CN=a=b', 'CN=a,,O=b', 'O=a, CN=b', 'X=a', 'O=a', 'CN=a,CN=b'])('that reads %j is refused', (text) => {
    expect(() => subjectName(text)).toThrow('certificate subject that cannot be used');
  });
});
