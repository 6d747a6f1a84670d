import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { type Identity, sendGraphql } from '#application-client';
import { refusalOf } from '../demo/administrator.ts';
import { eventually } from '../demo/eventually.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';

const run = promisify(execFile);

const viewer = z.object({ viewer: z.object({ id: z.string(), type: z.string() }) });
const configuration = z.object({
  configuration: z.object({
    token: z.object({ token: z.string() }),
    certificateSigningRequestInfo: z.object({ subject: z.string(), keyAlgorithm: z.string() }),
  }),
});
const signed = z.object({ signCertificateSigningRequest: z.object({ certificateChain: z.string() }) });
const configurationQuery = '{ configuration { token { token } certificateSigningRequestInfo { subject keyAlgorithm } } }';
const signMutation = 'mutation ($csr: String!) { signCertificateSigningRequest(csr: $csr) { certificateChain } }';

/** Plays a Runtime that shares no code with this project: openssl makes its keys and requests and verifies the certificates. */
export async function playOutsideClient(stage: Stage, folder: string): Promise<void> {
  const { step, system, administrator } = stage;
  const { id } = await administrator.director(
    'mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }',
    z.object({ id: z.string() }),
    { in: { name: 'outside' } },
  );
  const client = outsideClient(stage, folder);
  const first = await step('outside-client', 1, 'a request made by openssl is signed, and openssl trusts the certificate', async () => {
    const { token } = await administrator.director(
      'mutation ($id: ID!) { result: requestOneTimeTokenForRuntime(id: $id) { token } }',
      z.object({ token: z.string() }),
      { id },
    );
    return client.certificateFor('first', system.connectorUrl, { 'Connector-Token': token });
  });
  await step('outside-client', 2, 'the mutual-TLS edge lets it in, and the Director knows whose it is', async () => {
    check((await client.viewer(first)).id === id, 'the Runtime to be known by its certificate');
    const stranger = await refusalOf(
      sendGraphql({ url: system.mtlsDirectorUrl, query: '{ viewer { id type } }', schema: viewer }, { caCertificate: stage.caCertificate }),
    );
    check(/certificate required|handshake|socket|ECONNRESET/i.test(stranger), `no connection without a certificate, not "${stranger}"`);
  });
  const second = await step('outside-client', 3, 'it renews the certificate for a new key over mutual TLS', async () => {
    const renewed = await client.certificateFor('second', system.mtlsConnectorUrl, {}, first);
    check((await client.viewer(renewed)).id === id, 'the new certificate to count');
    return renewed;
  });
  await step('outside-client', 4, 'a revoked certificate is refused at once, and the other one is not', async () => {
    await sendGraphql(
      { url: system.mtlsConnectorUrl, query: 'mutation { revokeCertificate }', schema: z.object({ revokeCertificate: z.literal(true) }) },
      { caCertificate: stage.caCertificate, identity: first },
    );
    const refusal = await refusalOf(client.viewer(first));
    check(refusal.includes('revoked'), `the revoked certificate to be refused, not "${refusal}"`);
    check((await client.viewer(second)).id === id, 'the other certificate to count');
  });
  await step('outside-client', 5, 'the list of revoked certificates that it names says so to everybody, and openssl verifies it', () =>
    eventually('the revocation list', async () => {
      check((await client.verdict('first')).includes('certificate revoked'), 'openssl to find the first certificate revoked');
      check((await client.verdict('second')).includes(': OK'), 'openssl to find the second certificate good');
      return true;
    }),
  );
}

/** A client that openssl makes keys and requests for, in files of the folder. */
export function outsideClient({ system, caCertificate, clientAuthority }: Stage, folder: string) {
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const trustFile = join(folder, 'clients-ca.pem');

  const certificateFor = async (name: string, url: string, headers: Record<string, string>, identity?: Identity): Promise<Identity> => {
    const trust = { caCertificate, identity };
    const answer = await sendGraphql({ url, query: configurationQuery, headers, schema: configuration }, trust);
    const { token, certificateSigningRequestInfo: info } = answer.configuration;
    const subject = `/${info.subject.split(',').join('/')}`;
    const [key, request, chain] = ['key', 'csr', 'pem'].map((kind) => `${name}.${kind}`) as [string, string, string];
    await openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', request, '-subj', subject);
    const csr = (await readFile(join(folder, request))).toString('base64');
    const next: Record<string, string> = identity ? {} : { 'Connector-Token': token.token };
    const { signCertificateSigningRequest } = await sendGraphql(
      { url, query: signMutation, variables: { csr }, headers: next, schema: signed },
      trust,
    );
    const certificateChain = Buffer.from(signCertificateSigningRequest.certificateChain, 'base64').toString();
    await writeFile(join(folder, chain), certificateChain);
    await writeFile(trustFile, clientAuthority);
    await openssl('verify', '-purpose', 'sslclient', '-CAfile', trustFile, chain);
    return { privateKey: await readFile(join(folder, key), 'utf8'), certificateChain };
  };

  return {
    certificateFor,
    viewer: async (identity: Identity) =>
      (await sendGraphql({ url: system.mtlsDirectorUrl, query: '{ viewer { id type } }', schema: viewer }, { caCertificate, identity }))
        .viewer,
    /** Returns openssl's verdict on a certificate with the revocation list that it names. */
    verdict: async (name: string): Promise<string> => {
      const { stdout: text } = await openssl('x509', '-in', `${name}.pem`, '-noout', '-text');
      const [url = ''] = /http\S+\/crl\/\S+/.exec(text) ?? [];
      await writeFile(join(folder, 'list.der'), Buffer.from(await (await fetch(url)).arrayBuffer()));
      await openssl('crl', '-inform', 'DER', '-in', 'list.der', '-out', 'list.pem');
      return openssl('verify', '-crl_check', '-CRLfile', 'list.pem', '-CAfile', trustFile, `${name}.pem`).then(
        ({ stdout }) => stdout,
        (error: { stderr: string; stdout: string }) => error.stderr + error.stdout,
      );
    },
  };
}
