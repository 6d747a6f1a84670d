import * as z from 'zod';
import noted from './service-quotas.json' with { type: 'json' };

const schema = z.strictObject({
  region: z.string(),
  notedOn: z.iso.date(),
  remarks: z.string(),
  quotas: z.record(z.string(), z.strictObject({ most: z.number(), unit: z.string(), of: z.string(), remedy: z.string(), source: z.url() })),
});

const { quotas, ...notes } = schema.parse(noted);

export { notes };

export type ServiceQuota = keyof typeof noted.quotas;

/** A bound of a service of AWS, or of a setting of the deployment. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly unit: string;
  /** The thing that has the bound: account, table, tenant. */
  readonly of: string;
  /** The next step of an operator when the bound is reached. */
  readonly remedy: string;
}

/** The part of a limit that a load takes. */
export interface Use {
  readonly limit: Limit;
  readonly used: number;
}

/** A quota of AWS. */
export function serviceQuota(name: ServiceQuota): Limit {
  const quota = quotas[name];
  if (!quota) throw new Error(`service-quotas.json has no ${name}`);
  return { name, ...quota };
}

/** The use of a quota of AWS. */
export const ofService = (name: ServiceQuota, used: number): Use => ({ limit: serviceQuota(name), used });

export const shareOf = ({ limit, used }: Use): number => used / limit.most;
