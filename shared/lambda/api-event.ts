import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { days } from '../core/clock.ts';

interface Verified {
  /** Set by the JWT authorizer; a caller cannot set it. */
  readonly authorizer?: { readonly jwt?: { readonly claims: Readonly<Record<string, unknown>> } };
  /** Set by the mutual-TLS endpoint; a caller cannot set it. */
  readonly authentication?: { readonly clientCert?: { readonly clientCertPem: string } };
}

/** A request of API Gateway in payload format 2.0. */
export type ApiEvent = Omit<APIGatewayProxyEventV2, 'requestContext'> & {
  requestContext: APIGatewayProxyEventV2['requestContext'] & Verified;
};

export type ApiResult = APIGatewayProxyStructuredResultV2;

/** A header's value, whatever the case of its name. */
export function headerOf(event: ApiEvent, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(event.headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The client certificate that the TLS handshake proved, as PEM. */
export const certificateOf = (event: ApiEvent): string | undefined => event.requestContext.authentication?.clientCert?.clientCertPem;

interface CertificateFields {
  readonly certificateSubject?: string;
  readonly certificateDaysLeft?: number;
  /** Part of its validity that is left, in percent. */
  readonly certificatePercentLeft?: number;
}

/** The client certificate and how long it is still valid, for the log. */
export function certificateFieldsOf(event: ApiEvent, now: Date): CertificateFields {
  const certificate = event.requestContext.authentication?.clientCert;
  if (!certificate) return {};
  // Written as OpenSSL does: `May 28 12:30:02 2029 GMT`.
  const [start, end] = [Date.parse(certificate.validity.notBefore), Date.parse(certificate.validity.notAfter)];
  const left = end - now.getTime();
  return {
    certificateSubject: certificate.subjectDN,
    certificateDaysLeft: Math.floor(left / days(1)),
    certificatePercentLeft: Math.floor((100 * left) / (end - start)),
  };
}

export const bodyOf = (event: ApiEvent): string =>
  event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
