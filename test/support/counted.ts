import { DeleteItemCommand } from 'dynamodb-toolbox/entity/actions/delete';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { exactCounts } from '#shared/table/exact-counts.dynamo.ts';
import { type Amounts, keyOf, type QuotaOwner, quotaCountsEntity } from '#shared/table/quota-counts-entity.dynamo.ts';
import { transact } from '#shared/table/transact.ts';
import type { Dynamo } from './engines.ts';

/** Reads the counts of an owner. */
export async function countsOf({ table }: Pick<Dynamo, 'table'>, owner: QuotaOwner): Promise<Amounts | undefined> {
  const { Item } = await quotaCountsEntity(table).build(GetItemCommand).key(keyOf(owner)).options({ consistent: true }).send();
  return Item;
}

/** Leaves an owner as code did that counted nothing. */
export async function forgetCounts({ table }: Pick<Dynamo, 'table'>, owner: QuotaOwner): Promise<void> {
  await quotaCountsEntity(table).build(DeleteItemCommand).key(keyOf(owner)).send();
}

/** Has an owner count as if it had so much. */
export const setCounts = ({ table }: Pick<Dynamo, 'table'>, owner: QuotaOwner, amounts: Amounts): Promise<void> =>
  transact([exactCounts(table).reset(owner, amounts)]);
