import { X509Certificate } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type Director, directorOf, type Identity, keepPaired, ownApplicationId, pairApplication, readRawToken } from '#application-client';
import { isUuid } from '#shared/core/ids.ts';
import { refusalOf } from './administrator.ts';
import type { Stage } from './stage.ts';
import { check } from './step-reporter.ts';

export const formation = 'demo';

export interface PairedApplication {
  readonly id: string;
  readonly director: Director;
  readonly identity: () => Identity;
}

const application = z.object({
  id: z.string(),
  name: z.string(),
  status: z.object({ condition: z.string() }),
  labels: z.record(z.string(), z.unknown()),
});
const oneTimeToken = z.object({
  token: z.string(),
  connectorURL: z.string(),
  rawEncoded: z.string(),
  expiresAt: z.coerce.date(),
  used: z.boolean(),
});
const credentials = z.object({
  auths: z.array(z.object({ id: z.string(), auth: z.object({ certCommonName: z.string().nullish() }).nullish() })),
});
const fields = 'id name status { condition } labels';

/** Pairing, 1 to 7: from the registration by an administrator to the trusted connection. */
export async function playPairing(stage: Stage): Promise<PairedApplication> {
  const registered = await playRegistration(stage);
  const token = await playToken(stage, registered.id);
  return playTrust(stage, registered.id, token);
}

async function playRegistration({ step, administrator }: Stage) {
  const register = () =>
    administrator.director(
      `mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { ${fields} } }`,
      application,
      {
        in: { name: 'sample-shop', labels: { scenarios: [formation] } },
      },
    );
  const registered = await step('pairing', 1, 'the administrator registers an Application', async () => {
    await administrator.director(
      `mutation { result: createFormation(formation: { name: "${formation}" }) { id } }`,
      z.object({ id: z.string() }),
    );
    return register();
  });
  await step('pairing', 2, 'the Director has stored it', async () => {
    const stored = await administrator.director(
      'query ($id: ID!) { result: application(id: $id) { id name status { condition } labels } }',
      application,
      { id: registered.id },
    );
    check(isDeepStrictEqual(stored, registered), `the stored Application to be the registered one, not ${JSON.stringify(stored)}`);
  });
  await step('pairing', 3, 'the answer has its details and a unique id', async () => {
    check(isUuid(registered.id), 'a UUID');
    check(registered.name === 'sample-shop' && registered.status.condition === 'INITIAL', 'name and status of the Application');
    check(JSON.stringify(registered.labels.scenarios) === JSON.stringify([formation]), 'the formation in the labels');
    const refusal = await refusalOf(register());
    check(refusal.includes('not unique'), `a second Application of the same name to be refused, not "${refusal}"`);
  });
  return registered;
}

async function playToken({ step, administrator, system }: Stage, id: string) {
  const request = () =>
    administrator.director(
      'mutation ($id: ID!) { result: requestOneTimeTokenForApplication(id: $id) { token connectorURL rawEncoded expiresAt used } }',
      oneTimeToken,
      { id },
    );
  const issued = await step('pairing', 4, 'the administrator asks for pairing and gets an answer', request);
  await step('pairing', 5, 'the Connector generated a fresh random token of limited life', async () => {
    check(Buffer.from(issued.token, 'base64url').length >= 32, 'a token of 32 bytes or more');
    const lifetime = issued.expiresAt.getTime() - Date.now();
    check(!issued.used && lifetime > 0 && lifetime <= 300_000, 'an unused token that lives for at most 5 minutes');
    const other = await administrator.connector(
      'mutation ($id: ID!) { result: generateApplicationToken(appID: $id) { token } }',
      z.object({ token: z.string() }),
      { id },
    );
    check(other.token !== issued.token, 'every token to be another one');
  });
  return step('pairing', 6, 'the Application reads token and address from what it was handed', async () => {
    const handed = readRawToken(issued.rawEncoded);
    check(handed.token === issued.token && handed.connectorUrl === system.connectorUrl, 'the token and the URL of the Connector');
    return handed;
  });
}

async function playTrust(stage: Stage, id: string, token: ReturnType<typeof readRawToken>): Promise<PairedApplication> {
  const { step, administrator, caCertificate, clientAuthority, applicationFolder, closeLater } = stage;
  return step('pairing', 7, 'the Application exchanged the token for a certificate that opens a TLS connection as itself', async () => {
    const pairing = await keepPaired({ stateFolder: applicationFolder, token, caCertificate, say: () => undefined });
    closeLater(async () => pairing.stop());
    const certificate = new X509Certificate(pairing.current().identity.certificateChain);
    check(certificate.verify(new X509Certificate(clientAuthority).publicKey), 'a certificate signed by the certificate authority');
    const director = directorOf(pairing.current, caCertificate);
    check((await ownApplicationId(director)) === id, 'the Director to know the Application by its certificate');
    const { auths } = await administrator.director(
      'query ($id: ID!) { result: application(id: $id) { auths { id auth { certCommonName } } } }',
      credentials,
      { id },
    );
    const names = auths.flatMap(({ auth }) => auth?.certCommonName ?? []);
    check(
      names.some((name) => certificate.subject.includes(`CN=${name}`)),
      'the certificate to carry the id of its credential',
    );
    const refusal = await refusalOf(pairApplication(token, caCertificate));
    check(refusal.includes('authenticate'), `the used token to be refused, not "${refusal}"`);
    return { id, director, identity: () => pairing.current().identity };
  });
}
