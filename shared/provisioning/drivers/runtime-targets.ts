import * as z from 'zod';
import { knownNamesOnly } from '../../core/near-miss.ts';
import type { TenantId } from '../../core/tenant-id.ts';
import { isTenantId } from '../../core/tenant-id.ts';

const account = z.string().regex(/^\d{12}$/, '12 digits');
const region = z.string().regex(/^[a-z]{2}(-[a-z]{1,20}){1,3}-\d$/, 'a Region such as eu-central-1');

/** Account and Regions that the Runtimes of a tenant may be built in; without all three, those of the control plane. */
const targetShape = {
  /** `sts:ExternalId` of the sessions of the role: other characters are refused there. */
  tenant: z.string().refine((value) => isTenantId(value) && value.length > 1, 'the id of a tenant, of 2 to 128 characters'),
  account: account.optional(),
  regions: z.array(region).min(1).optional(),
  /** The role of that account that the driver takes on. */
  role: z
    .string()
    .regex(/^[\w+=,.@-]{1,64}$/, 'the name of a role')
    .optional(),
  /** Route 53 zones of that account in which the tenant may have addresses of events gateways. */
  hostedZones: z.array(z.string().regex(/^[A-Z0-9]{1,32}$/, 'ids of hosted zones')).default([]),
};

const target = knownNamesOnly(targetShape).refine(
  ({ account: of, regions, role }) => new Set([of, regions, role].map((part) => part === undefined)).size === 1,
  'account, regions and role belong together: without them an entry is the account and Region of the control plane',
);

const keysOf = ({ tenant, account: of = 'own', regions = ['own'] }: z.output<typeof target>): string[] =>
  regions.map((one) => `${tenant} ${of} ${one}`);

/** Lambda allows 4 KB for all variables of a function, of which the others take less than half. */
const maxTargetsBytes = 2000;

/** The setting: each pair of account and Region once per tenant, because it has one role. */
export const runtimeTargetSetting = z
  .array(target)
  .refine((targets) => new Set(targets.flatMap(keysOf)).size === targets.flatMap(keysOf).length, 'an account and Region is there twice')
  .refine(
    (targets) => Buffer.byteLength(JSON.stringify(targets)) <= maxTargetsBytes,
    `at most ${maxTargetsBytes} bytes as JSON, because functions read it from their environment`,
  );

/** All targets of a deployment: `own` is that of the control plane. */
export const runtimeTargets = z.object({
  partition: z.string().min(1),
  own: z.object({ account: z.string().min(1), region: z.string().min(1) }),
  targets: z.array(target),
});

export type RuntimeTargets = z.output<typeof runtimeTargets>;

/** An account and Region in which the stack of a Runtime may be. */
export interface RuntimeTarget {
  readonly account: string;
  readonly region: string;
  readonly hostedZones: readonly string[];
  /** ARN of the role that the driver takes on; undefined in the account of the control plane. */
  readonly roleArn: string | undefined;
}

/** The targets of a tenant: those of the setting, or that of the control plane if it has none there. */
export function targetsOf(tenant: TenantId, { partition, own, targets }: RuntimeTargets): readonly RuntimeTarget[] {
  const named = targets.filter((one) => one.tenant === tenant);
  if (named.length === 0) return [{ ...own, hostedZones: [], roleArn: undefined }];
  return named.flatMap(({ account: of, regions, role, hostedZones }): RuntimeTarget[] => {
    if (of === undefined || regions === undefined) return [{ ...own, hostedZones, roleArn: undefined }];
    return regions.map((one) => ({ account: of, region: one, hostedZones, roleArn: `arn:${partition}:iam::${of}:role/${role}` }));
  });
}

export interface AskedTarget {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** The one target of a tenant that was asked for, or the problem with it by the name of the parameter. */
export function chosenTarget(
  asked: AskedTarget,
  allowed: readonly RuntimeTarget[],
): { readonly target: RuntimeTarget } | { readonly problems: Record<string, string> } {
  const accounts = [...new Set(allowed.map((one) => one.account))];
  if (asked.account === undefined && accounts.length > 1) return { problems: { account: `is needed, ${oneOf(accounts)}` } };
  const inAccount = allowed.filter((one) => asked.account === undefined || one.account === asked.account);
  if (inAccount.length === 0) return { problems: { account: oneOf(accounts) } };
  const regions = inAccount.map((one) => one.region);
  if (asked.region === undefined && regions.length > 1) return { problems: { region: `is needed, ${oneOf(regions)}` } };
  const found = inAccount.find((one) => asked.region === undefined || one.region === asked.region);
  return found ? { target: found } : { problems: { region: oneOf(regions) } };
}

const oneOf = (allowed: readonly string[]): string => `must be one of: ${[...allowed].sort().join(', ')}`;
