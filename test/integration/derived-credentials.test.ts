import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '#functions/director/authentication.ts';
import { authenticateCertificate, type CertificateHolder } from '#shared/certificates/authenticate-certificate.ts';
import { authenticateClient } from '#shared/consumers/authenticate-client.ts';
import { type Actor, describeActor } from '#shared/core/actor.ts';
import { newId } from '#shared/core/ids.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { nextTokenForCertificate } from '#shared/pairing/next-token.ts';
import { originOf } from '#shared/pairing/origin.ts';
import { issueTokenForReturn } from '#shared/pairing/reissue-one-time-token.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { dynamoOAuthClients } from '#shared/table/consumers/oauth-client-repository.dynamo.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { type ConnectorWorld, configurationQuery, decode, signMutation, startConnector } from '#test/support/connector-world.ts';
import { aCsr, freshKeys, subjectOf } from '#test/support/csr-builder.ts';
import { anIntegrationSystem, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { type Interception, interceptedClient } from '#test/support/intercepted-client.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';
import { storeSystemAuths } from '#test/support/store-many.ts';

let dynamo: Dynamo;
let connector: ConnectorWorld;
let director: DirectorWorld;
beforeAll(async () => {
  dynamo = await startDynamo();
  connector = await startConnector('P-256', dynamo);
  director = directorWorld(dynamo, { anchors: connector.deps.anchors, clock: connector.deps.clock });
});
afterAll(() => connector.stop());

type Paired = Pick<Awaited<ReturnType<ConnectorWorld['pair']>>, 'owner' | 'authId' | 'certificate'>;

const kindOf = ({ kind }: Owner) => (kind === 'application' ? 'Application' : 'Runtime');
const actorOf = async (certificate: string): Promise<Actor> => (await contextOf(anApiEvent({ certificate }), director.deps)).actor;
const as = async (certificate: string): Promise<Caller> => director.as(await actorOf(certificate));
const administratorOf = ({ tenant }: Owner): Caller => director.as(aUser(tenant));

/** Another pairing of an owner, as `caller` asks for it. */
async function pairedBy(caller: Caller, owner: Owner): Promise<Paired> {
  const known = new Set((await connector.deps.auths.listByOwner(owner)).map(({ id }) => id));
  const { token } = (await caller.do(`mutation { r: requestOneTimeTokenFor${kindOf(owner)}(id: "${owner.id}") { token } }`)).r;
  const authId = (await connector.deps.auths.listByOwner(owner)).find(({ id }) => !known.has(id))?.id ?? expect.fail('no System Auth');
  const { encoded } = await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') });
  const { data, error } = await connector.sign(token, encoded);
  if (error) throw new Error(error);
  return { owner, authId, certificate: decode(data.result.clientCertificate) };
}

/** Asks for another pairing with a certificate, as a thief with a copy of its key does, and completes it. */
const derivedBy = async ({ owner, certificate }: Paired): Promise<Paired> => pairedBy(await as(certificate), owner);

async function clientOf(caller: Caller, owner: Owner): Promise<{ authId: string; clientId: string }> {
  const { r } = await caller.do(
    `mutation { r: requestClientCredentialsFor${kindOf(owner)}(id: "${owner.id}") { id auth { credential { ... on OAuthCredentialData { clientId } } } } }`,
  );
  return { authId: r.id, clientId: r.auth.credential.clientId };
}

const use = async ({ certificate }: Paired) => (await connector.call(configurationQuery, { certificate })).error;
const revoke = async ({ certificate }: Paired) => (await connector.call('mutation { result: revokeCertificate }', { certificate })).error;
const renewed = async ({ owner, authId, certificate }: Paired): Promise<Paired> => {
  const { encoded } = await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') });
  const { data } = await connector.call(signMutation, { certificate, variables: { csr: encoded } });
  return { owner, authId, certificate: decode(data.result.clientCertificate) };
};
const remove = (caller: Caller, { owner, authId }: Pick<Paired, 'owner' | 'authId'>) =>
  caller.do(`mutation { deleteSystemAuthFor${kindOf(owner)}(authID: "${authId}") { id } }`);
const idsOf = async (owner: Owner) => (await connector.deps.auths.listByOwner(owner)).map(({ id }) => id).sort();
const clients = () => ({ clients: dynamoOAuthClients(dynamo.table), auths: connector.deps.auths });

/** Runs something by a repository whose calls pass through `intercept`. */
async function withClient(intercept: Interception, run: (auths: SystemAuthRepository) => Promise<void>): Promise<void> {
  const client = interceptedClient(dynamo, intercept);
  try {
    await run(dynamoSystemAuths(controlPlaneTable(client, dynamo.tableName)));
  } finally {
    client.destroy();
  }
}

const gone = 'CertificateInvalid: the System Auth of the client certificate was deleted';

describe.each(['application', 'runtime'] as const)('credentials that an %s made for itself', (kind) => {
  it('end with the one that made them, and so do those that these made', async () => {
    const maker = await connector.pair(kind);
    const child = await derivedBy(maker);
    const grandchild = await derivedBy(child);
    const client = await clientOf(await as(grandchild.certificate), maker.owner);
    const byClient = await pairedBy(
      director.as((await authenticateClient(client.clientId, [...(await actorOf(maker.certificate)).scopes], clients())).actor),
      maker.owner,
    );
    expect(await Promise.all([child, grandchild, byClient].map(use))).toEqual([undefined, undefined, undefined]);
    await remove(administratorOf(maker.owner), maker);
    expect(await Promise.all([maker, child, grandchild, byClient].map(use))).toEqual([gone, gone, gone, gone]);
    await expect(authenticateClient(client.clientId, [], clients())).rejects.toMatchObject({ code: 'Unauthorized' });
    expect(await idsOf(maker.owner)).toEqual([]);
  });

  it('end when a certificate of the one that made them is revoked, whose others go on working', async () => {
    const maker = await connector.pair(kind);
    const child = await derivedBy(maker);
    const next = await renewed(maker);
    expect(await revoke(maker)).toBeUndefined();
    expect([await use(child), await use(next)]).toEqual([gone, undefined]);
    expect(await idsOf(maker.owner)).toEqual([maker.authId]);
  });

  it('end before they are paired, too', async () => {
    const maker = await connector.pair(kind);
    const { r } = await (await as(maker.certificate)).do(
      `mutation { r: requestOneTimeTokenFor${kindOf(maker.owner)}(id: "${maker.owner.id}") { token } }`,
    );
    await remove(administratorOf(maker.owner), maker);
    expect((await connector.configuration(r.token)).error).toMatch(/^TokenInvalid/);
  });

  it('leave the one that made them, and their sisters, when they are deleted', async () => {
    const maker = await connector.pair(kind);
    const [child, sister] = [await derivedBy(maker), await derivedBy(maker)];
    const grandchild = await derivedBy(child);
    await remove(administratorOf(maker.owner), child);
    expect(await Promise.all([maker, sister, child, grandchild].map(use))).toEqual([undefined, undefined, gone, gone]);
  });

  it('end even if it is they who delete the one that made them', async () => {
    const maker = await connector.pair(kind);
    const child = await derivedBy(maker);
    await remove(await as(child.certificate), maker);
    expect(await use(child)).toBe(gone);
  });

  it('are shown with the credential that made them', async () => {
    const maker = await connector.pair(kind);
    const child = await derivedBy(maker);
    const query = `{ r: ${kind}(id: "${maker.owner.id}") { auths { id origin { type id systemAuthID } } } }`;
    const { auths } = (await administratorOf(maker.owner).do(query)).r;
    expect(new Map(auths.map(({ id, origin }: { id: string; origin: object }) => [id, origin]))).toEqual(
      new Map([
        [maker.authId, { type: 'USER', id: 'admin', systemAuthID: null }],
        [child.authId, { type: kind.toUpperCase(), id: maker.owner.id, systemAuthID: maker.authId }],
      ]),
    );
  });
});

it('a credential that an administrator or an integration system asked for ends with no other', async () => {
  const maker = await connector.pair('runtime');
  const system = director.as({ ...anIntegrationSystem(maker.owner.tenant), authId: newId() });
  const [byUser, bySystem] = [await pairedBy(administratorOf(maker.owner), maker.owner), await pairedBy(system, maker.owner)];
  await remove(administratorOf(maker.owner), maker);
  expect(await Promise.all([byUser, bySystem].map(use))).toEqual([undefined, undefined]);
});

it('a credential of before its origin was recorded is read, shown without one, and ends with no other', async () => {
  const maker = await connector.pair('runtime');
  const old = aSystemAuth(maker.owner);
  await storeSystemAuths(dynamo, [old]);
  const query = `{ r: runtime(id: "${maker.owner.id}") { auths { id origin { id } } } }`;
  expect((await administratorOf(maker.owner).do(query)).r.auths).toContainEqual({ id: old.id, origin: null });
  await remove(administratorOf(maker.owner), maker);
  expect(await idsOf(maker.owner)).toEqual([old.id]);
});

describe('a credential that is asked for by one that has ended in the same moment', () => {
  const ask = (owner: Owner, actor: Actor) => issueOneTimeToken(owner, originOf(actor), connector.deps);
  const ended = { code: 'Unauthorized', message: 'the credential of the caller has ended' };

  it('is refused when that one was deleted', async () => {
    const maker = await connector.pair('runtime');
    const actor = await actorOf(maker.certificate);
    await remove(administratorOf(maker.owner), maker);
    await expect(ask(maker.owner, actor)).rejects.toMatchObject(ended);
  });

  it('is refused when its certificate was revoked, and not to another certificate', async () => {
    const maker = await connector.pair('runtime');
    const [actor, next] = [await actorOf(maker.certificate), await renewed(maker)];
    await revoke(maker);
    await expect(ask(maker.owner, actor)).rejects.toMatchObject(ended);
    expect(await use(await derivedBy(next))).toBeUndefined();
  });

  it.each<[string, (auths: SystemAuthRepository, held: CertificateHolder) => Promise<void>]>([
    ['deletion', (auths, { auth }) => auths.delete(auth)],
    ['revocation', (auths, { auth, identity }) => auths.revoke(auth, identity, connector.deps.clock())],
  ])('does not survive the %s of the one that it descends from, though that had read what there was', async (_, end) => {
    const maker = await connector.pair('runtime');
    const child = await derivedBy(maker);
    const held = await authenticateCertificate(maker.certificate, connector.deps);
    const actor = await actorOf(child.certificate);
    let asked = 0;
    await withClient(
      async (command, send) => {
        const answer = await send();
        if (command.constructor.name === 'QueryCommand' && asked++ === 0) await ask(maker.owner, actor);
        return answer;
      },
      (auths) => end(auths, held),
    );
    expect(asked).toBeGreaterThan(1);
    expect((await idsOf(maker.owner)).filter((id) => id !== maker.authId)).toEqual([]);
  });

  it('never outlives it, however many ask at once', async () => {
    for (let round = 0; round < 5; round++) {
      const maker = await connector.pair('runtime');
      const child = await derivedBy(maker);
      const actors = await Promise.all([maker, child, child].map(({ certificate }) => actorOf(certificate)));
      const asked = actors.map((actor) => ask(maker.owner, actor).catch((error) => error.code));
      await Promise.all([remove(administratorOf(maker.owner), maker), ...asked]);
      expect(await idsOf(maker.owner)).toEqual([]);
    }
  });
});

it('a deletion that dies between its transactions is ended by a repeat, and the one that made all the others goes last', async () => {
  const maker = await connector.pair('runtime');
  const { owner } = maker;
  const origin = { kind: owner.kind, id: owner.id, authId: maker.authId };
  await storeSystemAuths(
    dynamo,
    Array.from({ length: 150 }, () => ({ ...aSystemAuth(owner), origin })),
  );
  const auth = (await connector.deps.auths.find(owner, maker.authId)) ?? expect.fail('the System Auth is gone');
  let transactions = 0;
  const dying = withClient(
    async (command, send) => {
      if (command.constructor.name === 'TransactWriteCommand' && ++transactions > 1) throw new Error('died');
      return send();
    },
    (auths) => auths.delete(auth),
  );
  await expect(dying).rejects.toThrow('died');
  const left = await idsOf(owner);
  expect(left).toContain(maker.authId);
  expect(left.length).toBeLessThan(151);
  await remove(administratorOf(owner), maker);
  expect(await idsOf(owner)).toEqual([]);
});

it('a Runtime that is to come back comes back as what was not derived, though that was in use last', async () => {
  const maker = await connector.pair('runtime');
  const child = await derivedBy(maker);
  const { auth } = await authenticateCertificate(child.certificate, connector.deps);
  await connector.deps.auths.touch(auth, '2999-01-01T00:00:00.000Z');
  expect((await issueTokenForReturn(maker.owner, { kind: 'user', id: 'admin' }, connector.deps)).authId).toBe(maker.authId);
});

it('a certificate that is revoked in the same moment gets no further token', async () => {
  const maker = await connector.pair('runtime');
  const { auth, identity } = await authenticateCertificate(maker.certificate, connector.deps);
  await revoke(maker);
  const token = await nextTokenForCertificate(auth, identity, connector.deps);
  expect((await connector.deps.auths.find(maker.owner, maker.authId))?.token).toBeUndefined();
  const { encoded } = await aCsr({ name: subjectOf(maker.authId), keys: await freshKeys('P-256') });
  expect((await connector.sign(token, encoded)).error).toMatch(/^TokenInvalid/);
});

it('a derived credential keeps who asked for it when it is changed by others', async () => {
  const maker = await connector.pair('runtime');
  const child = await derivedBy(maker);
  await renewed(child);
  const { origin, changedBy } = (await connector.deps.auths.find(maker.owner, child.authId)) ?? {};
  const { fingerprint } = (await authenticateCertificate(maker.certificate, connector.deps)).identity;
  expect(origin).toEqual({ kind: 'runtime', id: maker.owner.id, authId: maker.authId, fingerprint });
  expect(changedBy).toBe(describeActor(maker.owner));
});

it('the Director explains every refusal to callers', () => {
  expect(connector.unexpected).toEqual([]);
});
