import { randomUUID } from 'node:crypto';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticateClient } from '#shared/consumers/authenticate-client.ts';
import type { OwnerKind } from '#shared/core/actor.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { dynamoOAuthClients } from '#shared/table/consumers/oauth-client-repository.dynamo.ts';
import { type ConnectorWorld, configurationQuery, decode, signMutation, startConnector } from '#test/support/connector-world.ts';
import { aCsr, freshKeys, subjectOf } from '#test/support/csr-builder.ts';
import { aUser, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { createTable, type Dynamo, engineClients, startDynamo } from '#test/support/engines.ts';
import { eventsInStream } from '#test/support/stream-events.ts';
import { endOf } from '../../scripts/aws/restore/journal.ts';
import { changesOf, putBack } from '../../scripts/aws/restore/put-back.ts';
import { countingStill, replayInto } from '../../scripts/aws/restore/replay.ts';

let dynamo: Dynamo;
let connector: ConnectorWorld;
let director: DirectorWorld;
beforeAll(async () => {
  dynamo = await startDynamo();
  connector = await startConnector('P-256', dynamo);
  director = directorWorld(dynamo, { anchors: connector.deps.anchors });
});
afterAll(() => connector.stop());

type Paired = Awaited<ReturnType<ConnectorWorld['pair']>>;

const use = async ({ certificate }: Pick<Paired, 'certificate'>) => (await connector.call(configurationQuery, { certificate })).error;
const revoke = ({ certificate }: Paired) => connector.call('mutation { result: revokeCertificate }', { certificate });
const kindOf = ({ kind }: Owner) => (kind === 'application' ? 'Application' : 'Runtime');
const administratorOf = ({ tenant }: Owner) => director.as(aUser(tenant));
const remove = (owner: Owner, authId: string) =>
  administratorOf(owner).do(`mutation { deleteSystemAuthFor${kindOf(owner)}(authID: "${authId}") { id } }`);

/** A copy of the table as it is now, as a restore to this point in time makes it. */
async function copyOfTable(): Promise<string> {
  const name = `restored-${randomUUID()}`;
  const { base } = engineClients(dynamo.endpoint);
  await createTable(base, name, false);
  base.destroy();
  const items = await everyItem(dynamo);
  for (let from = 0; from < items.length; from += 25) {
    const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await dynamo.client.send(new BatchWriteCommand({ RequestItems: { [name]: puts } }));
  }
  return name;
}

/** The lines of the journal, by the events that the relay makes of the table's stream. */
async function journal() {
  const events = await eventsInStream(dynamo);
  return events
    .filter(({ detailType }) => /^(CertificateRevoked|ClientCredentialsRevoked)$/.test(detailType))
    .map(({ detailType, source, detail }) => endOf(JSON.stringify({ 'detail-type': detailType, source, detail })));
}

/** Restores the table to what the copy has, with what has ended since. */
async function restore(copy: string): Promise<void> {
  const ended = await journal();
  await replayInto(dynamo.client, copy, ended);
  expect(await countingStill(dynamo.client, copy, ended)).toEqual([]);
  await putBack(dynamo.client, dynamo.tableName, changesOf(dynamo.client, { restored: copy, present: dynamo.tableName }));
}

const changes = async (copy: string) => {
  const found = [];
  for await (const change of changesOf(dynamo.client, { restored: copy, present: dynamo.tableName })) found.push(change);
  return found;
};

const revoked = 'CertificateInvalid: the client certificate is revoked';
const gone = 'CertificateInvalid: the System Auth of the client certificate was deleted';

describe.each<OwnerKind>(['application', 'runtime'])('after a restore, a certificate of an %s', (kind) => {
  it('is refused if it was revoked since, and the others of its tenant are not', async () => {
    const [paired, other] = [await connector.pair(kind), await connector.pair(kind)];
    const copy = await copyOfTable();
    await revoke(paired);
    await restore(copy);
    expect([await use(paired), await use(other)]).toEqual([revoked, undefined]);
  });

  it('is refused if its System Auth was deleted since', async () => {
    const paired = await connector.pair(kind);
    const copy = await copyOfTable();
    await remove(paired.owner, paired.authId);
    await restore(copy);
    expect(await use(paired)).toBe(gone);
  });

  it('is refused if its owner was unregistered since, although the owner is there again', async () => {
    const paired = await connector.pair(kind);
    const copy = await copyOfTable();
    const administrator = administratorOf(paired.owner);
    await administrator.do(`mutation { unregister${kindOf(paired.owner)}(id: "${paired.owner.id}") { id } }`);
    await restore(copy);
    const { result } = await administrator.do(`query { result: ${kind}(id: "${paired.owner.id}") { id } }`);
    expect([result.id, await use(paired)]).toEqual([paired.owner.id, gone]);
  });

  it('is refused if another was issued instead of it since, and the one before it is not', async () => {
    const first = await connector.pair(kind);
    const renewed = async () => {
      const { encoded } = await aCsr({ name: subjectOf(first.authId), keys: await freshKeys('P-256') });
      const { data } = await connector.call(signMutation, { certificate: first.certificate, variables: { csr: encoded } });
      return { certificate: decode(data.result.clientCertificate) };
    };
    const second = await renewed();
    const copy = await copyOfTable();
    await renewed();
    await restore(copy);
    expect([await use(second), await use(first)]).toEqual([revoked, undefined]);
  });
});

describe('after a restore', () => {
  it('an OAuth client that was deleted since gets no access', async () => {
    const owner = await connector.register('application');
    const administrator = administratorOf(owner);
    const { r } = await administrator.do(
      `mutation { r: requestClientCredentialsForApplication(id: "${owner.id}") { id auth { credential { ... on OAuthCredentialData { clientId } } } } }`,
    );
    const access = () =>
      authenticateClient(r.auth.credential.clientId, [], { clients: dynamoOAuthClients(dynamo.table), auths: connector.deps.auths });
    const copy = await copyOfTable();
    await access();
    await remove(owner, r.id);
    await restore(copy);
    await expect(access()).rejects.toMatchObject({ code: 'Unauthorized' });
  });

  it('a one-time token that was spent since is not good again', async () => {
    const invited = await connector.invite('runtime');
    const copy = await copyOfTable();
    const csr = async () => (await aCsr({ name: subjectOf(invited.authId), keys: await freshKeys('P-256') })).encoded;
    expect((await connector.sign(invited.token, await csr())).error).toBeUndefined();
    await restore(copy);
    expect((await connector.sign(invited.token, await csr())).error).toMatch(/^TokenInvalid/);
  });

  it('a further token for a System Auth with a certificate does not come back, and the certificate does', async () => {
    const paired = await connector.pair('runtime');
    const { token } = await connector.reinvite(paired);
    const copy = await copyOfTable();
    await restore(copy);
    expect((await connector.configuration(token)).error).toMatch(/^TokenInvalid/);
    expect(await use(paired)).toBeUndefined();
  });

  it('a certificate that was issued since and revoked is still in the records of the revocation lists', async () => {
    const copy = await copyOfTable();
    const paired = await connector.pair('runtime');
    await revoke(paired);
    const [ended] = (await journal()).filter(({ authId }) => authId === paired.authId);
    await restore(copy);
    const recorded = await dynamoRevocations(dynamo.table).listByAuthority(ended?.certificate?.issuer ?? '');
    expect(recorded.map(({ serialNumber }) => serialNumber)).toContain(ended?.certificate?.serialNumber);
  });

  it('what was changed and deleted since is as it was, what was made since is gone, and versions go on growing', async () => {
    const owner = await connector.register('application');
    const administrator = administratorOf(owner);
    const copy = await copyOfTable();
    const made = await connector.register('application', owner.tenant);
    await administrator.do(`mutation { result: setApplicationLabel(applicationID: "${owner.id}", key: "stage", value: "late") { key } }`);
    await restore(copy);
    const there = await administrator.do(
      `query { result: application(id: "${owner.id}") { labels } other: application(id: "${made.id}") { id } }`,
    );
    expect([there.result.labels.stage, there.other]).toEqual([undefined, null]);
    const [head] = (await everyItem(dynamo)).filter(({ type, id }) => type === 'Application' && id === owner.id);
    expect(head?.version).toBeGreaterThan(2);
    expect((await connector.register('application', owner.tenant)).id).toBeDefined();
  });

  it('nothing is left to change, also when it is repeated', async () => {
    await connector.pair('runtime');
    const copy = await copyOfTable();
    await connector.pair('application');
    await restore(copy);
    expect(await changes(copy)).toEqual([]);
    await restore(copy);
    expect(await changes(copy)).toEqual([]);
  });

  it('the relay understands every change that the restore made', async () => {
    expect((await eventsInStream(dynamo)).length).toBeGreaterThan(0);
  });
});

describe('without the replay', () => {
  it('a restored table would let a revoked certificate in, which the journal shows', async () => {
    const paired = await connector.pair('application');
    const copy = await copyOfTable();
    await revoke(paired);
    const ended = (await journal()).filter(({ authId }) => authId === paired.authId);
    expect(await countingStill(dynamo.client, copy, ended)).toEqual(ended);
    expect(ended).toHaveLength(1);
  });
});
