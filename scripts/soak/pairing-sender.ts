import { X509Certificate } from 'node:crypto';
import type { ClientIdentity } from '#test/support/clients.ts';
import { configurationQuery, makeCsr, signMutation } from '#test/support/pairing.ts';
import { attempt, attemptSecurely, type Outcome } from './attempt.ts';
import type { Random } from './random.ts';
import { untilKnown, type World } from './world.ts';

const viewer = '{ viewer { id } }';

/** Pairs Applications: several senders use the same token at once, the successful one renews its certificate, and some revoke it. */
export async function sendPairings(world: World, sender: string, random: Random): Promise<void> {
  for (let turn = 0; Date.now() < world.until; turn += 1) {
    const registered = await world.director(
      'register an Application',
      'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }',
      { in: { name: `${sender}-${turn}` } },
    );
    world.ledger.creations.push({ kind: 'application', name: `${sender}-${turn}`, outcome: registered.kind, ...idOf(registered) });
    if (registered.kind !== 'acknowledged') continue;
    await pairOnce(world, registered.data.result.id, random);
  }
}

const idOf = (outcome: Outcome) => (outcome.kind === 'acknowledged' ? { id: outcome.data.result.id } : {});

async function pairOnce(world: World, id: string, random: Random): Promise<void> {
  const issued = await untilKnown(() =>
    world.director('request a one-time token', 'mutation ($id: ID!) { result: requestOneTimeTokenForApplication(id: $id) { token } }', {
      id,
    }),
  );
  if (issued.kind === 'refused') return void world.ledger.violations.push(`a token for ${id} was refused: ${issued.code}`);
  const exchanged = await raceForNextToken(world, issued.data.result.token, random.between(1, 3));
  if (!exchanged) return;
  const identity = await raceForCertificate(world, exchanged.token, exchanged.subject, random.between(1, 4));
  if (identity) await live(world, identity, exchanged.subject, random);
}

/** Exchanges the token several times at once: one sender may get the next token. */
async function raceForNextToken(world: World, token: string, racers: number) {
  const { connectorUrl } = world.system.description;
  const outcomes = await Promise.all(
    Array.from({ length: racers }, async () =>
      world.ledger.count('exchange a token', await attempt(connectorUrl, configurationQuery, undefined, { 'connector-token': token })),
    ),
  );
  const [won, ...others] = outcomes.flatMap((outcome) => (outcome.kind === 'acknowledged' ? [outcome.data.result] : []));
  if (others.length > 0) world.ledger.violations.push('a one-time token was exchanged twice');
  if (!won && outcomes.every(({ kind }) => kind === 'refused')) world.ledger.violations.push('a fresh one-time token was refused to all');
  return won && { token: String(won.token.token), subject: String(won.certificateSigningRequestInfo.subject) };
}

/** Asks for certificates of several keys at once: the token is good for one. The same request may be sent again. */
async function raceForCertificate(world: World, token: string, subject: string, racers: number): Promise<ClientIdentity | undefined> {
  const { connectorUrl } = world.system.description;
  const csrs = await Promise.all(Array.from({ length: racers }, () => makeCsr(subject)));
  const won: ClientIdentity[] = [];
  await Promise.all(
    csrs.map(async ({ encoded, key }) => {
      const sign = async () =>
        world.ledger.count('sign a CSR', await attempt(connectorUrl, signMutation, { csr: encoded }, { 'connector-token': token }));
      const first = await sign();
      const outcome = first.kind === 'unknown' ? await sign() : first;
      if (outcome.kind === 'acknowledged') won.push({ key, certificateChain: pemOf(outcome) });
    }),
  );
  const fingerprints = new Set(won.map(({ certificateChain }) => new X509Certificate(certificateChain).fingerprint256));
  if (fingerprints.size > 1) world.ledger.violations.push('a one-time token gave two certificates');
  return won[0];
}

const pemOf = (outcome: Extract<Outcome, { kind: 'acknowledged' }>): string =>
  Buffer.from(outcome.data.result.certificateChain, 'base64').toString();

/** Uses the certificate, renews it some times, and perhaps revokes it. */
async function live(world: World, first: ClientIdentity, subject: string, random: Random): Promise<void> {
  const { description } = world.system;
  const at = async (operation: string, url: string, identity: ClientIdentity, query: string, variables?: object) =>
    world.ledger.count(operation, await attemptSecurely(description, url, identity, query, variables));
  const works = (identity: ClientIdentity) => () => at('call with a certificate', description.mtlsDirectorUrl, identity, viewer);

  let identity = first;
  for (let renewals = random.between(0, 2); renewals > 0; renewals -= 1) {
    const csr = await makeCsr(subject);
    const renewed = await at('renew a certificate', description.mtlsConnectorUrl, identity, signMutation, { csr: csr.encoded });
    if (renewed.kind === 'refused') world.ledger.violations.push(`a renewal was refused: ${renewed.code}`);
    if (renewed.kind !== 'acknowledged') break;
    identity = { key: csr.key, certificateChain: pemOf(renewed) };
    const used = await untilKnown(works(identity));
    if (used.kind === 'refused') world.ledger.violations.push(`a renewed certificate was refused: ${used.code}`);
  }
  const revocation = random.chance(0.4)
    ? await at('revoke a certificate', description.mtlsConnectorUrl, identity, 'mutation { result: revokeCertificate }')
    : undefined;
  // Without an answer it may count or not.
  if (revocation?.kind === 'unknown') return;
  if (revocation?.kind === 'refused') world.ledger.violations.push(`a revocation was refused: ${revocation.code}`);
  world.ledger.pairings.push({ revoked: revocation?.kind === 'acknowledged', works: works(identity) });
}
