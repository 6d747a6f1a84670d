import type { ConnectorDeps } from '#functions/connector/deps.ts';
import { encodedChain } from '#functions/connector/encoded-chain.ts';
import { subjectText } from '#shared/certificates/csr-subject.ts';
import type { CertificateChain } from '#shared/certificates/issue-certificate.ts';
import { answerOf } from '#shared/graphql/compat/legacy-answer.ts';
import type { ApiResult } from '#shared/lambda/api-event.ts';
import { legacyPaths, metadataUrlOf, withToken } from '#shared/pairing/compat/legacy-paths.ts';
import type { ApplicationAddresses } from './application-addresses.ts';

type Deps = Pick<ConnectorDeps, 'csrPolicy' | 'publicUrl' | 'mtlsUrl'>;

/** The data for making a CSR, with a new token in the URL for it. */
export const signingRequestInfo = (token: string, authId: string, addresses: ApplicationAddresses, deps: Deps) => {
  const certificatesUrl = `${deps.publicUrl}${legacyPaths.certificates}`;
  return {
    csrUrl: withToken(certificatesUrl, token),
    api: { ...urlsOf(addresses, deps), infoUrl: deps.mtlsUrl && `${deps.mtlsUrl}${legacyPaths.managementInfo}`, certificatesUrl },
    certificate: certificateInfo(authId, deps),
  };
};

/** The URLs for renewals and events, for the holder of a certificate. */
export const managementInfo = (authId: string, addresses: ApplicationAddresses, deps: Deps) => ({
  clientIdentity: { application: addresses.name },
  urls: {
    ...urlsOf(addresses, deps),
    renewCertUrl: `${deps.mtlsUrl}${legacyPaths.renewals}`,
    revokeCertUrl: `${deps.mtlsUrl}${legacyPaths.revocations}`,
  },
  certificate: certificateInfo(authId, deps),
});

/**
 * URLs for events, at a Runtime's gateway, and for services, here. A URL is empty while there is no such place, because clients read all of them without
 * a check.
 */
const urlsOf = ({ name, eventsUrl }: ApplicationAddresses, { mtlsUrl }: Deps) => ({
  eventsInfoUrl: eventsUrl && `${eventsUrl}/subscribed`,
  eventsUrl,
  metadataUrl: mtlsUrl && metadataUrlOf(mtlsUrl, name),
});

const certificateInfo = (authId: string, { csrPolicy }: Deps) => ({
  subject: subjectText(csrPolicy.subject, authId),
  extensions: '',
  'key-algorithm': 'rsa2048',
});

export function certificateAnswer(chain: CertificateChain): ApiResult {
  const { certificateChain, clientCertificate, caCertificate } = encodedChain(chain);
  return answerOf(201, { crt: certificateChain, clientCrt: clientCertificate, caCrt: caCertificate });
}
