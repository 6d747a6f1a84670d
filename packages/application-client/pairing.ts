import { randomUUID, X509Certificate } from 'node:crypto';
import pRetry from 'p-retry';
import * as z from 'zod';
import { type GraphqlRequest, sendGraphql } from './graphql.ts';
import type { Identity, Trust } from './https-post.ts';
import type { PairingToken } from './pairing-token.ts';
import { newSigningRequest } from './signing-request.ts';

/** The result of pairing: the own id, key, certificate and addresses. */
export interface Pairing {
  readonly directorUrl: string;
  readonly connectorUrl: string;
  readonly identity: Identity;
}

const configurationQuery = `query {
  configuration {
    token { token }
    certificateSigningRequestInfo { subject }
    managementPlaneInfo { directorURL certificateSecuredConnectorURL }
  }
}`;
const configurationSchema = z.object({
  configuration: z.object({
    token: z.object({ token: z.string() }),
    certificateSigningRequestInfo: z.object({ subject: z.string() }),
    managementPlaneInfo: z.object({ directorURL: z.url(), certificateSecuredConnectorURL: z.url() }),
  }),
});

const signMutation = 'mutation ($csr: String!) { signCertificateSigningRequest(csr: $csr) { certificateChain } }';
const signSchema = z.object({ signCertificateSigningRequest: z.object({ certificateChain: z.string().min(1) }) });

/** Exchanges the one-time token for a client certificate. */
export async function pairApplication({ token, connectorUrl }: PairingToken, caCertificate?: string): Promise<Pairing> {
  // The same key with every attempt: a lost answer is then answered again, although the token counts once.
  const first = { 'Connector-Token': token, 'Idempotency-Key': randomUUID() };
  return await obtainCertificate(connectorUrl, { caCertificate }, first, (next) => ({ 'Connector-Token': next }));
}

/** A certificate for a new key, in exchange for the current one, once less than 0.3 of its validity is left. */
export async function renewWhenDue(pairing: Pairing, now: Date, caCertificate?: string): Promise<Pairing> {
  if (!isRenewalDue(pairing.identity, now)) return pairing;
  return await obtainCertificate(pairing.connectorUrl, { caCertificate, identity: pairing.identity }, {}, () => ({}));
}

function isRenewalDue({ certificateChain }: Identity, now: Date): boolean {
  const { validFrom, validTo } = new X509Certificate(certificateChain);
  return Date.parse(validTo) - now.getTime() < 0.3 * (Date.parse(validTo) - Date.parse(validFrom));
}

type Headers = Record<string, string>;

async function obtainCertificate(url: string, trust: Trust, first: Headers, second: (token: string) => Headers): Promise<Pairing> {
  const { configuration } = await sendAgain({ url, query: configurationQuery, headers: first, schema: configurationSchema }, trust);
  const { privateKey, csr } = await newSigningRequest(configuration.certificateSigningRequestInfo.subject);
  const headers = second(configuration.token.token);
  const { signCertificateSigningRequest } = await sendAgain(
    { url, query: signMutation, variables: { csr }, headers, schema: signSchema },
    trust,
  );
  return {
    directorUrl: configuration.managementPlaneInfo.directorURL,
    connectorUrl: configuration.managementPlaneInfo.certificateSecuredConnectorURL,
    identity: { privateKey, certificateChain: Buffer.from(signCertificateSigningRequest.certificateChain, 'base64').toString('utf8') },
  };
}

/** Repeats requests that failed without an answer. An answer, even a refusal, is final. */
function sendAgain<T>(request: GraphqlRequest<T>, trust: Trust): Promise<T> {
  return pRetry(() => sendGraphql(request, trust), {
    retries: 3,
    minTimeout: 500,
    randomize: true,
    shouldRetry: ({ error }) => 'code' in error,
  });
}
