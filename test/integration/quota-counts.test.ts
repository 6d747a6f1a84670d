import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import { quotas } from '#shared/core/quotas.ts';
import { quotaCounts } from '#shared/table/quota-counts.dynamo.ts';
import type { QuotaOwner } from '#shared/table/quota-counts-entity.dynamo.ts';
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
