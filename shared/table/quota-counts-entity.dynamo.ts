import { Entity } from 'dynamodb-toolbox/entity';
import { $add } from 'dynamodb-toolbox/entity/actions/update';
import { item } from 'dynamodb-toolbox/schema/item';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { type Limits, type QuotaName, quotaExceeded, quotaNames } from '#shared/core/quotas.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';
import { tenantOfItem } from './attributes.ts';
import { type ControlPlaneTable, ownerPartition, type PartitionedKind, tenantPartition, unlistedPrefix } from './control-plane-table.ts';

/** The owner of counted things. */
export interface QuotaOwner {
  readonly tenant: TenantId;
  readonly kind: PartitionedKind | 'tenant';
  readonly id: string;
  /** Limits what is counted to the share of one Runtime. */
  readonly runtimeId?: string | undefined;
}

export const tenantOwner = (tenant: TenantId): QuotaOwner => ({ tenant, kind: 'tenant', id: tenant });

export type Amounts = Partial<Record<QuotaName, number>>;

const count = () => number().optional();
const counts = Object.fromEntries(quotaNames.map((name) => [name, count()])) as Record<QuotaName, ReturnType<typeof count>>;

/** Counts of an owner: one item of its partition. */
export const quotaCountsEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'QuotaCounts',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        ownerKind: string().enum('application', 'runtime', 'integration_system', 'application_template', 'tenant').key(),
        ownerId: string().key(),
        runtimeId: string().key().optional(),
        version: number(),
        ...counts,
      }),
      computeKey: ({ tenant, ownerKind, ownerId, runtimeId }) => ({
        pk: ownerKind === 'tenant' ? tenantPartition(tenant) : ownerPartition(tenant, ownerKind, ownerId),
        sk: runtimeId === undefined ? `${unlistedPrefix}QUOTA` : shareKey(runtimeId),
      }),
    }),
);

/** The sort key of the counts of a Runtime's share in an Application. */
export const shareKey = (runtimeId: string): string => `${unlistedPrefix}QUOTA#${runtimeId}`;

export const keyOf = ({ tenant, kind, id, runtimeId }: QuotaOwner) => ({
  tenant,
  ownerKind: kind,
  ownerId: id,
  ...(runtimeId && { runtimeId }),
});

export const namesOf = (amounts: Amounts): QuotaName[] => quotaNames.filter((name) => amounts[name] !== undefined);

/** The amounts as they are added to those of an item. */
export const added = (amounts: Amounts) => Object.fromEntries(namesOf(amounts).map((name) => [name, $add(amounts[name] ?? 0)]));

export const sum = (...all: readonly Amounts[]): Amounts => {
  const names = quotaNames.filter((name) => all.some((amounts) => amounts[name] !== undefined));
  return Object.fromEntries(names.map((name) => [name, all.reduce((total, amounts) => total + (amounts[name] ?? 0), 0)]));
};

export const negative = (amounts: Amounts): Amounts => Object.fromEntries(namesOf(amounts).map((name) => [name, -(amounts[name] ?? 0)]));

/** The changes of the amounts. */
export const difference = (after: Amounts, before: Amounts): Amounts => sum(after, negative(before));

export const firstExceeded = (amounts: Amounts, limits: Limits): QuotaName | undefined =>
  namesOf(amounts).find((name) => (amounts[name] ?? 0) > limits[name]);

/** Throws QuotaExceeded unless an owner may have as much. */
export function requireWithin(amounts: Amounts, owner: QuotaOwner, limits: Limits): void {
  const exceeded = firstExceeded(amounts, limits);
  if (exceeded) throw quotaExceeded(exceeded, owner, limits);
}

/** Condition: the counts are unchanged since they were read at this version, which is 0 before the first. */
export const isAsSeen = (version: number) =>
  version === 0 ? ({ attr: 'version', exists: false } as const) : ({ attr: 'version', eq: version } as const);

/** The amounts that a change raises: an owner with too much may have less. */
export const growing = (amounts: Amounts, change: Amounts): Amounts =>
  Object.fromEntries(
    namesOf(amounts)
      .filter((name) => (change[name] ?? 0) > 0)
      .map((name) => [name, amounts[name]]),
  );

/** Throws QuotaExceeded for an owner that gets more than it may have. Too much of before may stay. */
export const requireGrowthWithin = (after: Amounts, before: Amounts, owner: QuotaOwner, limits: Limits): void =>
  requireWithin(growing(after, difference(after, before)), owner, limits);
