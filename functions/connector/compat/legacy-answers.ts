import type { ConnectorDeps } from '#functions/connector/deps.ts';
import { encodedChain } from '#functions/connector/encoded-chain.ts';
import { subjectText } from '#shared/certificates/csr-subject.ts';
import type { CertificateChain } from '#shared/certificates/issue-certificate.ts';
import type { ErrorKind } from '#shared/core/error-catalogue.ts';
import { AppError } from '#shared/core/errors.ts';
import type { Report } from '#shared/core/masked-error.ts';
import { presentError } from '#shared/graphql/error-presenter.ts';
import type { ApiResult } from '#shared/lambda/api-event.ts';
import { statusOfKind } from '#shared/lambda/status-of-kind.ts';
import { legacyPaths, withToken } from '#shared/pairing/compat/legacy-paths.ts';
import type { ApplicationAddresses } from './application-addresses.ts';

type Deps = Pick<ConnectorDeps, 'csrPolicy' | 'publicUrl' | 'mtlsUrl'>;

/** The data for making a CSR, with a new token in the URL for it. */
export const signingRequestInfo = (token: string, authId: string, { eventsUrl }: ApplicationAddresses, deps: Deps) => {
  const certificatesUrl = `${deps.publicUrl}${legacyPaths.certificates}`;
  return {
    csrUrl: withToken(certificatesUrl, token),
    api: { ...eventsUrls(eventsUrl), infoUrl: deps.mtlsUrl && `${deps.mtlsUrl}${legacyPaths.managementInfo}`, certificatesUrl },
    certificate: certificateInfo(authId, deps),
  };
};

/** The URLs for renewals and events, for the holder of a certificate. */
export const managementInfo = (authId: string, { name, eventsUrl }: ApplicationAddresses, deps: Deps) => ({
  clientIdentity: { application: name },
  urls: {
    ...eventsUrls(eventsUrl),
    renewCertUrl: `${deps.mtlsUrl}${legacyPaths.renewals}`,
    revokeCertUrl: `${deps.mtlsUrl}${legacyPaths.revocations}`,
  },
  certificate: certificateInfo(authId, deps),
});

/** URLs at a Runtime's gateway; empty while there is none, because clients read them without a check. There is no `metadataUrl`: that service does not exist. */
const eventsUrls = (eventsUrl: string) => ({ eventsInfoUrl: eventsUrl && `${eventsUrl}/subscribed`, eventsUrl });

const certificateInfo = (authId: string, { csrPolicy }: Deps) => ({
  subject: subjectText(csrPolicy.subject, authId),
  extensions: '',
  'key-algorithm': 'rsa2048',
});

export function certificateAnswer(chain: CertificateChain): ApiResult {
  const { certificateChain, clientCertificate, caCertificate } = encodedChain(chain);
  return answerOf(201, { crt: certificateChain, clientCrt: clientCertificate, caCrt: caCertificate });
}

export const answerOf = (statusCode: number, body?: object): ApiResult => ({
  statusCode,
  headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' },
  ...(body && { body: JSON.stringify(body) }),
});

/** HTTP statuses of errors, as these clients expect them. */
const statuses: Readonly<Record<ErrorKind, number>> = { ...statusOfKind, unauthenticated: 403, forbidden: 401 };

/** An error as these clients read it. An unauthenticated caller gets no further detail. */
export function refusal(given: unknown, report: Report): ApiResult {
  const error = given instanceof Error ? given : new Error(String(given));
  const { message } = presentError(error, report);
  const kind = error instanceof AppError ? error.kind : 'internal';
  const code = statuses[kind];
  return answerOf(code, { code, error: kind === 'unauthenticated' ? 'invalid token or certificate' : message });
}
