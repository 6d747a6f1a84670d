const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A new key and a certificate signing request (base64 of PEM) for the subject `O=..,OU=..,L=..,ST=..,C=..,CN=..` that the Connector names. */
export async function newSigningRequest(subject: string): Promise<{ privateKey: string; csr: string }> {
  // On demand: most starts find a certificate that is good for days. The polyfill is evaluated first.
  await import('reflect-metadata');
  const { Pkcs10CertificateRequestGenerator } = await import('@peculiar/x509');
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const request = await Pkcs10CertificateRequestGenerator.create({ name: nameOf(subject), keys, signingAlgorithm: algorithm });
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const lines = key.match(/.{1,64}/g) ?? [];
  return {
    privateKey: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`,
    csr: Buffer.from(request.toString('pem')).toString('base64'),
  };
}

function nameOf(subject: string): { [attribute: string]: string[] }[] {
  return subject.split(',').map((part) => {
    const [attribute = '', value = ''] = part.split('=');
    return { [attribute]: [value] };
  });
}
