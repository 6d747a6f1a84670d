import type { CertificateChain } from '#shared/certificates/issue-certificate.ts';

/** A certificate in the form for clients: each part base64 of PEM, the chain as one text of several blocks. */
export const encodedChain = ({ pem, issuers }: CertificateChain) => ({
  certificateChain: base64(pem, ...issuers),
  caCertificate: base64(...issuers),
  clientCertificate: base64(pem),
});

const base64 = (...pems: readonly string[]): string => Buffer.from(pems.map((pem) => `${pem.trim()}\n`).join('')).toString('base64');
