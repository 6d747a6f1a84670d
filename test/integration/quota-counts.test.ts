import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import { quotas } from '#shared/core/quotas.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { quotaCounts } from '#shared/table/quota-counts.dynamo.ts';
import { type QuotaOwner, tenantOwner } from '#shared/table/quota-counts-entity.dynamo.ts';
import { transact } from '#shared/table/transact.ts';
import { aTenant } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let counts: ReturnType<typeof quotaCounts>;
let owner: QuotaOwner;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  counts = quotaCounts(dynamo.table);
  owner = { tenant: aTenant(), kind: 'runtime', id: newId() };
});

const { max } = quotas.oauthClients;
const take = (oauthClients: number, credentials = oauthClients) => transact([counts.take(owner, { oauthClients, credentials })]);

describe('the counts of an owner', () => {
  it.each<[string, Partial<QuotaOwner>, string, string]>([
    ['an Application', { kind: 'application' }, '#APP#o-1', '~QUOTA'],
    ['a Runtime', { kind: 'runtime' }, '#RT#o-1', '~QUOTA'],
    ['an integration system', { kind: 'integration_system' }, '#INTSYS#o-1', '~QUOTA'],
    ['an application template', { kind: 'application_template' }, '#APPTEMPLATE#o-1', '~QUOTA'],
    ['the share of a Runtime in an Application', { kind: 'application', runtimeId: 'r-1' }, '#APP#o-1', '~QUOTA#r-1'],
    ['a tenant', tenantOwner(tenantId('any')), '#TENANT', '~QUOTA'],
  ])('is an item that is deleted with it, and never read with its contents: %s', async (_, of, partition, sk) => {
    const { tenant } = owner;
    await transact([counts.take({ kind: 'runtime', id: 'o-1', ...of, tenant }, { oauthClients: 1 })]);
    const { Item } = await dynamo.client.send(
      new GetCommand({ TableName: dynamo.tableName, Key: { pk: `T#${tenant}${partition}`, sk }, ConsistentRead: true }),
    );
    expect(Item).toMatchObject({ type: 'QuotaCounts', tenant, version: 1, oauthClients: 1 });
  });

  it('is counted up to its limit, and refused beyond it by the name of the limit', async () => {
    await take(max - 1);
    await expect(take(2)).rejects.toMatchObject({
      code: 'QuotaExceeded',
      details: { quota: 'oauthClients', object: 'runtime', ID: owner.id },
    });
    await take(1);
    await expect(take(1)).rejects.toMatchObject({
      code: 'QuotaExceeded',
      message: expect.stringContaining(`runtime may have ${max} OAuth clients`),
    });
    await expect(take(0, quotas.credentials.max)).rejects.toMatchObject({ details: { quota: 'credentials' } });
  });

  it('that is more than there may be at the first go is refused', async () => {
    await expect(take(max + 1)).rejects.toMatchObject({ code: 'QuotaExceeded', details: { quota: 'oauthClients' } });
    expect(await counts.version(owner)).toBe(0);
  });

  it('makes room when it is given back', async () => {
    await take(max);
    await transact([counts.release(owner, { oauthClients: 2, credentials: 2 })]);
    await take(2);
    await expect(take(1)).rejects.toMatchObject({ code: 'QuotaExceeded' });
  });

  it('is counted anew only while nothing is counted', async () => {
    await take(max);
    const before = await counts.version(owner);
    await transact([counts.replace(owner, before, { oauthClients: 1 })]);
    await expect(transact([counts.replace(owner, before, { oauthClients: 0 })])).rejects.toMatchObject({ code: 'ConcurrentUpdate' });
    await take(max - 1);
    await expect(take(1)).rejects.toMatchObject({ code: 'QuotaExceeded' });
  });

  it('is counted anew when there seems to be no room, and refused when there is none', async () => {
    await take(max);
    const written: number[] = [];
    const write = async (quota: Parameters<typeof transact>[0][number]) => {
      await transact([quota]);
      written.push(1);
    };
    await counts.takeOrRecount(owner, { oauthClients: 1 }, { write, recount: async () => ({ oauthClients: 3 }) });
    expect(written).toHaveLength(1);
    await take(max - 4);
    const full = counts.takeOrRecount(owner, { oauthClients: 1 }, { write, recount: async () => ({ oauthClients: max }) });
    await expect(full).rejects.toMatchObject({ code: 'QuotaExceeded' });
    expect(written).toHaveLength(1);
  });
});
