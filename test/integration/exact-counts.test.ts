import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { newId } from '#shared/core/ids.ts';
import { quotas, requireQuota } from '#shared/core/quotas.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { exactCounts } from '#shared/table/exact-counts.dynamo.ts';
import { quotaCounts } from '#shared/table/quota-counts.dynamo.ts';
import type { Amounts, QuotaOwner } from '#shared/table/quota-counts-entity.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { countsOf } from '#test/support/counted.ts';
import { aTenant } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let owner: QuotaOwner;
const exact = () => exactCounts(dynamo.table);

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  owner = { tenant: aTenant(), kind: 'application', id: newId() };
});

const { max } = quotas.bundles;
const refused = { code: 'QuotaExceeded', details: expect.objectContaining({ quota: 'bundles' }) };
const written = (step: Step) => transact([step]);
const nothingToCount = () => Promise.reject(new Error('counted though it was counted before'));
const record = (amounts: Amounts, recount: () => Promise<Amounts | undefined> = nothingToCount) =>
  exact().record(owner, amounts, { write: written, recount });
const release = (measured: Amounts | undefined) =>
  exact().release(owner, 'bundles', { write: written, measure: async () => measured && { amounts: measured } });

it('a number is refused beforehand if it is more than an owner without anything may have', () => {
  const limits = { ...dynamo.table.limits, bundles: 2 };
  expect(() => requireQuota('bundles', 2, owner, limits)).not.toThrow();
  expect(() => requireQuota('bundles', 3, owner, limits)).toThrow(expect.objectContaining(refused));
});

describe('exact counts', () => {
  it('open with what the owner has, and not with more than it may have', async () => {
    await transact([exact().open(owner, { bundles: max, documents: 1 })]);
    expect(await countsOf(dynamo, owner)).toMatchObject({ version: 1, bundles: max, documents: 1 });
    expect(() => exact().open(owner, { bundles: max + 1 })).toThrow(expect.objectContaining(refused));
    expect(() => exact().reset(owner, { bundles: max + 1 })).toThrow(expect.objectContaining(refused));
  });

  it('are replaced by those of everything that is stored instead', async () => {
    await transact([exact().open(owner, { bundles: 5, documents: 1 })]);
    await transact([exact().reset(owner, { bundles: 2 })]);
    expect(await countsOf(dynamo, owner)).toMatchObject({ version: 2, bundles: 2, documents: 1 });
  });

  it('grow up to the limit, and refuse what goes beyond it', async () => {
    await transact([exact().open(owner, { bundles: max - 1, documents: 0 })]);
    await record({ bundles: 1, documents: 0 });
    expect(await countsOf(dynamo, owner)).toMatchObject({ version: 2, bundles: max, documents: 0 });
    await expect(record({ bundles: 1 })).rejects.toMatchObject(refused);
    await expect(exact().requireRoom(owner, { bundles: 1 })).rejects.toMatchObject(refused);
    await expect(exact().requireRoom(owner, { bundles: 0, documents: 1 })).resolves.toBeUndefined();
  });

  it('let an owner that has too much have less, and as much, but not more', async () => {
    await transact([exact().open(owner, { bundles: max, documents: 0 })]);
    const lowered = exactCounts(controlPlaneTable(dynamo.client, dynamo.tableName, { ...dynamo.table.limits, bundles: max - 5 }));
    const change = (amounts: Amounts) => lowered.record(owner, amounts, { write: written, recount: nothingToCount });
    await change({ bundles: 0, documents: 1 });
    await change({ bundles: -1 });
    await expect(change({ bundles: 1 })).rejects.toMatchObject(refused);
    await lowered.requireRoom(owner, { bundles: 0, documents: 1 });
    await expect(lowered.requireRoom(owner, { bundles: 1 })).rejects.toMatchObject(refused);
    expect(await countsOf(dynamo, owner)).toMatchObject({ bundles: max - 1, documents: 1 });
  });

  it('begin with a count of what is there, where one of the changed kinds was not counted', async () => {
    await transact([exact().open(owner, { bundles: 3 })]);
    await record({ bundles: 1, documents: 1 }, async () => ({ bundles: 7, documents: 2 }));
    expect(await countsOf(dynamo, owner)).toMatchObject({ bundles: 8, documents: 3 });
    await expect(record({ definitions: 1, bundles: 1 }, async () => ({ bundles: max, definitions: 0 }))).rejects.toMatchObject(refused);
  });

  it('stay away while more is there than can be counted, which can only become less', async () => {
    await expect(record({ bundles: 1 }, async () => undefined)).rejects.toMatchObject(refused);
    await record({ bundles: -1 }, async () => undefined);
    expect((await countsOf(dynamo, owner))?.bundles).toBeUndefined();
  });

  it('give back what a deletion measures', async () => {
    await transact([exact().open(owner, { bundles: 5, documents: 2, credentials: 1 })]);
    await release({ bundles: 2, documents: 1 });
    expect(await countsOf(dynamo, owner)).toMatchObject({ version: 2, bundles: 3, documents: 1, credentials: 1 });
  });

  it('are forgotten by a deletion of more than can be measured, but for those that are never exact', async () => {
    await transact([exact().open(owner, { bundles: 5, documents: 2, credentials: 4, pendingPairings: 3, oauthClients: 1 })]);
    await release(undefined);
    const { bundles, documents, ...left } = (await countsOf(dynamo, owner)) ?? {};
    expect([bundles, documents]).toEqual([undefined, undefined]);
    expect(left).toMatchObject({ version: 2, credentials: 4, pendingPairings: 3, oauthClients: 1 });
  });

  it('are forgotten only as they were read', async () => {
    await transact([exact().open(owner, { bundles: 5 })]);
    let measured = 0;
    const measure = async () => {
      measured += 1;
      if (measured === 1) await record({ bundles: 1 });
      return undefined;
    };
    await exact().release(owner, 'bundles', { write: written, measure });
    expect(measured).toBe(2);
    expect(await countsOf(dynamo, owner)).toMatchObject({ version: 3 });
  });

  it('are not measured where nothing of the kind was counted, while that stays so', async () => {
    const measure = () => Promise.reject(new Error('measured'));
    const steps: Step[] = [];
    const write = async (step: Step) => {
      steps.push(step);
      if (steps.length === 1) await transact([exact().open(owner, { documents: 1 })]);
      await written(step);
    };
    await exact().release(owner, 'bundles', { write, measure });
    expect(steps).toHaveLength(2);
    expect(await countsOf(dynamo, owner)).toMatchObject({ version: 1, documents: 1 });
  });

  it('end with their owner', async () => {
    await transact([exact().open(owner, { bundles: 1 })]);
    await transact([exact().close(owner)]);
    expect(await countsOf(dynamo, owner)).toBeUndefined();
  });

  it('end at the version that was read, and at no other', async () => {
    const counts = quotaCounts(dynamo.table);
    await transact([exact().open(owner, { bundles: 1 })]);
    await expect(transact([counts.end(owner, 0)])).rejects.toMatchObject({ code: 'ConcurrentUpdate' });
    await transact([counts.end(owner, 1)]);
    expect(await countsOf(dynamo, owner)).toBeUndefined();
  });

  it.each([
    ['an error of the table', new Error('throttled')],
    ['another refusal', new AppError('NotFound', 'no such owner')],
    ['an error that bears the code by chance', Object.assign(new Error('quota'), { code: 'QuotaExceeded' })],
  ])('are not counted anew after %s', async (_, error) => {
    const recount = () => Promise.reject(new Error('counted anew'));
    const taking = quotaCounts(dynamo.table).takeOrRecount(owner, { bundles: 1 }, { write: () => Promise.reject(error), recount });
    await expect(taking).rejects.toBe(error);
  });
});
