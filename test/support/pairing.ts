import { webcrypto } from 'node:crypto';
import type { LocalDescription } from '#local/local-description.ts';
import { Pkcs10CertificateRequestGenerator } from '#shared/certificates/x509.ts';
import { type ClientIdentity, ok, post } from './clients.ts';

export const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
export const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export interface Csr {
  readonly encoded: string;
  readonly key: string;
}

/** A CSR as clients make one: the subject as the Connector words it, base64 of a PEM. */
export async function makeCsr(subject: string, algorithm: typeof rsa | typeof ec = ec): Promise<Csr> {
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const name = subject.split(',').map((part) => {
    const [attribute = '', value = ''] = part.split('=');
    return { [attribute]: [value] };
  });
  const csr = await Pkcs10CertificateRequestGenerator.create({ name, keys, signingAlgorithm: algorithm });
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    encoded: Buffer.from(csr.toString('pem')).toString('base64'),
    key: `-----BEGIN PRIVATE KEY-----\n${der.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`,
  };
}

export const configurationQuery =
  'query { result: configuration() { token { token } certificateSigningRequestInfo { subject keyAlgorithm } managementPlaneInfo { directorURL certificateSecuredConnectorURL } } }';

export const signMutation =
  'mutation ($csr: String!) { result: signCertificateSigningRequest(csr: $csr) { certificateChain caCertificate clientCertificate } }';

export interface Paired extends ClientIdentity {
  readonly subject: string;
  /** The System Auth's id: the common name. */
  readonly authId: string;
}

/** Plays an Application or Runtime: token, configuration, key, CSR, certificate. */
export async function pair(system: LocalDescription, token: string): Promise<Paired> {
  const configuration = ok(await post(system.connectorUrl, configurationQuery, undefined, { 'connector-token': token })).result;
  const { subject } = configuration.certificateSigningRequestInfo;
  const csr = await makeCsr(subject);
  const headers = { 'connector-token': configuration.token.token };
  const signed = ok(await post(system.connectorUrl, signMutation, { csr: csr.encoded }, headers)).result;
  return {
    subject,
    authId: /CN=(.+)$/.exec(subject)?.[1] ?? '',
    key: csr.key,
    certificateChain: Buffer.from(signed.certificateChain, 'base64').toString(),
  };
}
