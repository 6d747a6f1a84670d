import { X509Certificate } from 'node:crypto';
import { type RequestOptions, request } from 'node:https';
import * as z from 'zod';
import { type Identity, newSigningRequest, sendGraphql } from '#application-client';
import { configurationPaths } from '#shared/configuration/configuration-routes.ts';
import type { Caller } from './caller.ts';
import type { Lines } from './lines.ts';
import type { SmokeUrls } from './urls.ts';

const oneTimeToken = z.object({ token: z.string() });
const configuration = z.object({
  configuration: z.object({
    token: z.object({ token: z.string() }),
    certificateSigningRequestInfo: z.object({ subject: z.string() }),
  }),
});
const signed = z.object({ signCertificateSigningRequest: z.object({ certificateChain: z.string().min(1) }) });
const viewer = z.object({ viewer: z.object({ id: z.string() }) });
const timeoutMs = 30_000;

/** Pairs an Application as its own machine would: one-time token, configuration, certificate. */
export async function pair({ play }: Lines, { director }: Caller, { connector }: SmokeUrls, id: string): Promise<Identity> {
  const { token } = await play('Director: a one-time token for the Application', () =>
    director('mutation ($id: ID!) { result: requestOneTimeTokenForApplication(id: $id) { token } }', oneTimeToken, { id }),
  );
  const next = await play('Connector: the configuration for the token', async () => {
    const query = '{ configuration { token { token } certificateSigningRequestInfo { subject } } }';
    return (await sendGraphql({ url: connector, query, headers: { 'Connector-Token': token }, schema: configuration }, {})).configuration;
  });
  return play('Connector: a certificate for a request', async () => {
    const { privateKey, csr } = await newSigningRequest(next.certificateSigningRequestInfo.subject);
    const query = 'mutation ($csr: String!) { signCertificateSigningRequest(csr: $csr) { certificateChain } }';
    const headers = { 'Connector-Token': next.token.token };
    const answer = await sendGraphql({ url: connector, query, variables: { csr }, headers, schema: signed }, {});
    const certificateChain = Buffer.from(answer.signCertificateSigningRequest.certificateChain, 'base64').toString();
    verifyChain(certificateChain);
    return { privateKey, certificateChain };
  });
}

function verifyChain(pem: string): void {
  const chain = (pem.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? []).map((one) => new X509Certificate(one));
  if (chain.length < 2) throw new Error('the chain has no issuer');
  chain.forEach((certificate, at) => {
    const issuer = chain[at + 1] ?? certificate;
    if (!certificate.verify(issuer.publicKey)) throw new Error(`the chain breaks at ${certificate.subject}`);
  });
}

/** Uses the certificate at the certificate-secured API, and revokes it there. */
export async function useCertificate(
  { play }: Lines,
  urls: NonNullable<SmokeUrls['mutualTls']>,
  id: string,
  identity: Identity,
): Promise<void> {
  const who = async () => (await sendGraphql({ url: urls.director, query: '{ viewer { id } }', schema: viewer }, { identity })).viewer.id;
  await play('mutual TLS, Director: the certificate is known', async () => {
    const found = await who();
    if (found !== id) throw new Error(`it is taken for that of ${found}`);
  });
  await play('mutual TLS: the configuration of the Application', async () => {
    const url = new URL(configurationPaths.application.replace('{id}', id), urls.base);
    const status = await statusOf(url, { key: identity.privateKey, cert: identity.certificateChain });
    if (status !== 200) throw new Error(`HTTP ${status}`);
  });
  await play('mutual TLS, Connector: the certificate is revoked, and refused from then on', async () => {
    const query = 'mutation { revokeCertificate }';
    await sendGraphql({ url: urls.connector, query, schema: z.object({ revokeCertificate: z.literal(true) }) }, { identity });
    const refused = await who().then(
      () => false,
      () => true,
    );
    if (!refused) throw new Error('it still counts');
  });
}

function statusOf(url: URL, options: RequestOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { ...options, signal: AbortSignal.timeout(timeoutMs) }, (answer) => resolve(answer.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });
}
