import { randomUUID } from 'node:crypto';
import { later, minutes } from '#shared/core/clock.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import type { World } from './provisioning-world.ts';

type Paired = Pick<World, 'auths' | 'clock' | 'pass'>;

/** Stores a System Auth as Connector and Director leave it after its Agent has connected once. Returns its id. */
export async function pairOnce({ auths, clock }: Paired, owner: Owner): Promise<string> {
  const [auth] = await auths.listByOwner(owner);
  if (!auth) throw new Error('the workflow obtained no token');
  const now = clock();
  const validity = { notBefore: now.toISOString(), notAfter: later(now, minutes(5)).toISOString() };
  const names = { fingerprint: randomUUID(), serialNumber: randomUUID(), issuer: 'ca', pem: 'pem', csrDigest: 'digest' };
  const reservation = { digest: auth.token?.digest ?? '', csrDigest: 'digest', keyThumbprint: 'key', now: now.toISOString() };
  const outcome = await auths.reserveToken(owner, auth.id, reservation);
  if (!('reserved' in outcome)) throw new Error('the token cannot be used');
  if ((await auths.commitExchange(outcome.reserved, { generation: 1, ...names, ...validity }, now)) !== 'committed')
    throw new Error('the exchange was not recorded');
  await auths.touch(auth, now.toISOString());
  return auth.id;
}

/** Notes a contact of the Agent, a second later. */
export async function seen({ auths, clock, pass }: Paired, owner: Owner, authId: string): Promise<void> {
  pass(1);
  const auth = await auths.find(owner, authId);
  if (!auth) throw new Error('the Agent has no System Auth');
  await auths.touch(auth, clock().toISOString());
}
