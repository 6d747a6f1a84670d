import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days, later, minutes } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import { nextToken } from '#shared/pairing/next-token.ts';
import { digestOf, parseToken } from '#shared/pairing/one-time-token.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { claimDue, dueKeys } from '#shared/table/due-items.dynamo.ts';
import { dynamoLabelDefinitions } from '#shared/table/labels/label-definition-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { dynamoTenants } from '#shared/table/tenants/tenant-repository.dynamo.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { type ConnectorWorld, startConnector } from '#test/support/connector-world.ts';
import { aTenant } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { type LosingTable, losingTable } from '#test/support/lost-answers.ts';
import { anApplication, aRuntime } from '#test/support/registry-builders.ts';

let dynamo: Dynamo;
let through: LosingTable;
let connector: ConnectorWorld;
beforeAll(async () => {
  dynamo = await startDynamo();
  through = await losingTable(dynamo);
  connector = await startConnector('P-256', dynamo);
});
afterAll(async () => {
  await through.stop();
  await connector.stop();
});

const clock = () => connector.deps.clock();
const auths = () => dynamoSystemAuths(through.table);

/** The result of work whose first write was made, got no answer, and was sent again. */
async function whenAnswerIsLost<T>(work: () => Promise<T>): Promise<T> {
  const { result, lost } = await through.losing(work);
  expect(lost).toBe(1);
  return result;
}

describe('a write whose answer is lost', () => {
  it('exchanges a one-time token for the next one, once', async () => {
    const invited = await connector.invite();
    const presented = parseToken(invited.token) ?? expect.fail('the token is not well-formed');
    const deps = { ...connector.deps, auths: auths() };
    const next = await whenAnswerIsLost(() => nextToken(presented, undefined, deps));
    expect(parseToken(next)?.secret).not.toBe(presented.secret);
    await expect(nextToken(presented, undefined, deps)).rejects.toMatchObject({ code: 'TokenInvalid' });
    const further = parseToken(next) ?? expect.fail('the next token is not well-formed');
    expect(await nextToken(further, undefined, deps)).not.toBe(next);
  });

  it('creates, changes and deletes a label definition', async () => {
    const definitions = dynamoLabelDefinitions(through.table);
    const definition = { tenant: aTenant(), key: 'region', schema: '{}', version: 1, changedBy: 'user/alice' };
    await whenAnswerIsLost(() => definitions.insert(definition));
    await expect(definitions.insert({ ...definition, schema: '{"type":"string"}' })).rejects.toMatchObject({ code: 'NotUnique' });
    const changed = { ...definition, schema: '{"type":"number"}', version: 2 };
    await whenAnswerIsLost(() => definitions.replace(changed, definition));
    await expect(definitions.replace(changed, definition)).rejects.toMatchObject({ code: 'ConcurrentUpdate' });
    await whenAnswerIsLost(() => definitions.delete(changed));
    expect(await definitions.list(definition.tenant)).toEqual([]);
  });

  it('registers and changes an Application', async () => {
    const applications = dynamoApplications(through.table);
    const application = anApplication({ tenant: aTenant(), id: newId(), name: 'shop' });
    await whenAnswerIsLost(() => applications.insert({ application, bundles: [], webhooks: [], assignments: [] }));
    await whenAnswerIsLost(() => applications.replace({ ...application, description: 'new', version: 2 }, application));
    expect(await applications.get(application.tenant, application.id)).toMatchObject({ description: 'new', version: 2 });
  });

  it('registers and changes a Runtime', async () => {
    const runtimes = dynamoRuntimes(through.table);
    const runtime = aRuntime({ tenant: aTenant(), id: newId() });
    await whenAnswerIsLost(() => runtimes.insert(runtime, []));
    await whenAnswerIsLost(() => runtimes.replace({ ...runtime, description: 'new', version: 2 }, runtime));
    expect(await runtimes.get(runtime.tenant, runtime.id)).toMatchObject({ description: 'new', version: 2 });
  });

  it('claims a delivery, for one attempt', async () => {
    const deliveries = dynamoDeliveries(through.table);
    const delivery = { id: randomUUID(), tenant: aTenant(), applicationId: newId(), webhookId: newId(), eventId: 'e', body: '{}' };
    const now = clock();
    expect(await whenAnswerIsLost(() => deliveries.claim(delivery, now))).toEqual({ result: 'claimed', attempt: 1, step: 1, since: now });
    expect(await deliveries.claim(delivery, later(now, minutes(0.01)))).toMatchObject({ result: 'busy' });
  });

  it('ties a one-time token to a CSR', async () => {
    const invited = await connector.invite();
    const { owner, authId, secret } = parseToken(invited.token) ?? expect.fail('the token is not well-formed');
    const reservation = { digest: digestOf(secret), csrDigest: 'c', keyThumbprint: 'k', now: clock().toISOString() };
    expect(await whenAnswerIsLost(() => auths().reserveToken(owner, authId, reservation))).toHaveProperty('reserved');
    expect(await auths().reserveToken(owner, authId, { ...reservation, csrDigest: 'other' })).toHaveProperty('refused');
  });

  it('records a revoked certificate, and makes a list the latest', async () => {
    const revocations = dynamoRevocations(through.table);
    const authorityId = randomUUID();
    const [now, end] = [clock().toISOString(), later(clock(), days(9)).toISOString()];
    const certificate = { authorityId, serialNumber: 'ab', revokedAt: now, notAfter: end };
    await whenAnswerIsLost(() => revocations.record(certificate));
    expect(await revocations.listByAuthority(authorityId)).toEqual([certificate]);
    const list = { authorityId, number: 1, thisUpdate: now, nextUpdate: end };
    expect(await whenAnswerIsLost(() => revocations.announce(list))).toBe(true);
    expect(await revocations.announce({ ...list, number: 0 })).toBe(false);
  });

  it('takes due work, for one worker', async () => {
    const [id, at] = [randomUUID(), clock()];
    const key = { pk: `due-${id}`, sk: 'HEAD' };
    const due = dueKeys('SWEEP', id, at);
    await dynamo.client.send(new PutCommand({ TableName: dynamo.tableName, Item: { ...key, ...due } }));
    const seen = { key, seen: due.idSk };
    const next = later(at, minutes(1));
    expect(await whenAnswerIsLost(() => claimDue(through.table, seen, next))).toMatchObject({ item: key });
    expect(await claimDue(through.table, seen, next)).toBeUndefined();
  });

  it('notes a failed attempt at a delivery, and ends one', async () => {
    const deliveries = dynamoDeliveries(through.table);
    const delivery = { id: randomUUID(), tenant: aTenant(), applicationId: newId(), webhookId: newId(), eventId: 'e', body: '{}' };
    const now = clock();
    const claim = await deliveries.claim(delivery, now);
    if (claim.result !== 'claimed') return expect.fail('the delivery could not be claimed');
    const attempt = { at: now, duration: 1 };
    const next = { at: now, isKept: false };
    await whenAnswerIsLost(() => deliveries.fail(delivery, claim, { ...attempt, status: 500, error: 'refused' }, next, now));
    expect(await deliveries.claim(delivery, now)).toMatchObject({ result: 'claimed', attempt: 2 });
    await whenAnswerIsLost(() => deliveries.end(delivery, 'SUCCEEDED', { ...attempt, status: 200 }, now));
    expect(await deliveries.claim(delivery, now)).toEqual({ result: 'ended', state: 'SUCCEEDED' });
  });

  it('deletes a tenant', async () => {
    const tenants = dynamoTenants(through.table);
    const id = aTenant();
    const tenant = { id, name: 'acme', type: 'account', provider: 'p', parents: [] } as unknown as Parameters<
      typeof tenants.write
    >[0][number];
    await tenants.write([tenant], 'user/alice');
    expect(await whenAnswerIsLost(() => tenants.delete(id))).toBe(true);
    expect(await tenants.delete(id)).toBe(false);
  });
});
