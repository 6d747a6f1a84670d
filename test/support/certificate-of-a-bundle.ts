/** Makes a certificate with a name, reads it, and answers the name; the libraries are imported with the first call. */
export async function certificateName(name: string): Promise<string> {
  const { X509Certificate, X509CertificateGenerator } = await import('#shared/certificates/x509.ts');
  const { SubjectPublicKeyInfo } = await import('@peculiar/asn1-x509');
  const { AsnConvert } = await import('@peculiar/asn1-schema');
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned({ name, keys, signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' } });
  AsnConvert.parse(made.publicKey.rawData, SubjectPublicKeyInfo);
  return new X509Certificate(made.rawData).subject;
}
