import type { TLSSocket } from 'node:tls';

export interface ClientCertificate {
  readonly clientCertPem: string;
  readonly subjectDN: string;
  readonly issuerDN: string;
  readonly serialNumber: string;
  readonly validity: { readonly notBefore: string; readonly notAfter: string };
}

/** The client's certificate as API Gateway describes it; undefined unless the handshake verified one. */
export function clientCertificateOf(socket: TLSSocket): ClientCertificate | undefined {
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined;
  return (
    certificate && {
      clientCertPem: certificate.toString(),
      subjectDN: distinguishedName(certificate.subject),
      issuerDN: distinguishedName(certificate.issuer),
      serialNumber: BigInt(`0x${certificate.serialNumber}`).toString(),
      validity: { notBefore: certificate.validFrom, notAfter: certificate.validTo },
    }
  );
}

/** Node separates the parts by lines, the most general first; RFC 4514 wants the reverse, separated by commas. */
const distinguishedName = (lines: string): string => lines.split('\n').reverse().join(',');
