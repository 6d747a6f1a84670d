import * as z from 'zod';
import { AppError } from './errors.ts';
import { knownNamesOnly } from './near-miss.ts';

interface Quota {
  /** Default of the limit: the most that one owner may have. */
  readonly max: number;
  /** The highest limit that a deployment may set. */
  readonly ceiling: number;
  /** Noun for the counted things in errors. */
  readonly things: string;
  /** Action that makes room, as errors suggest it. */
  readonly remedy: string;
  /** Noun for the owner in errors. */
  readonly of: string;
}

const KB = 1024;
const MB = 1024 * KB;
const consumer = 'Application, Runtime, integration system';
const notified = 'Application, Runtime, application template';

/** Limits by the name that settings and errors use. `docs/quotas.md` lists the same. */
export const quotas = {
  credentials: { max: 50, ceiling: 500, things: 'credentials', remedy: 'delete a System Auth that is not needed', of: consumer },
  pendingPairings: {
    max: 20,
    ceiling: 500,
    things: 'pairings that were not completed',
    remedy: 'complete one, delete its System Auth, or wait until its token expires',
    of: consumer,
  },
  oauthClients: {
    max: 10,
    ceiling: 500,
    things: 'OAuth clients',
    remedy: 'delete the System Auth of one that is not needed',
    of: consumer,
  },
  // One transaction updates a template, with two writes per webhook: a deletion and a new one.
  webhooks: { max: 40, ceiling: 40, things: 'webhooks', remedy: 'delete one that is not needed', of: notified },
  webhookBytes: { max: 256 * KB, ceiling: MB, things: 'bytes of webhooks', remedy: 'shorten or delete one', of: notified },
  labels: { max: 200, ceiling: 1000, things: 'labels', remedy: 'delete one that is not needed', of: notified },
  // An Application or Runtime is one item of 400 KB at most, and its labels are a part of it.
  labelBytes: { max: 100 * KB, ceiling: 100 * KB, things: 'bytes of labels', remedy: 'shorten or delete one', of: notified },
  bundles: { max: 500, ceiling: 5000, things: 'bundles', remedy: 'delete one that is not needed', of: 'Application' },
  definitions: {
    max: 2000,
    ceiling: 20_000,
    things: 'API and Event Definitions',
    remedy: 'delete one that is not needed',
    of: 'Application',
  },
  documents: { max: 500, ceiling: 5000, things: 'documents', remedy: 'delete one that is not needed', of: 'Application' },
  // The contents of an Application fit into one answer, even if every character is escaped.
  contentBytes: {
    max: 2 * MB,
    ceiling: 2 * MB,
    things: 'bytes of bundles, definitions and documents, their texts not counted',
    remedy: 'shorten or delete some',
    of: 'Application',
  },
  textBytes: {
    max: 500 * MB,
    ceiling: 50_000 * MB,
    things: 'bytes of texts of specifications and documents',
    remedy: 'shorten or delete some',
    of: 'Application',
  },
  instanceAuths: {
    max: 1000,
    ceiling: 10_000,
    things: 'instance auths',
    remedy: 'delete some that are not used any more',
    of: 'Application',
  },
  instanceAuthBytes: {
    max: MB,
    ceiling: MB,
    things: 'bytes of instance auths',
    remedy: 'delete some that are not used any more',
    of: 'Application',
  },
  // A part of the two above, so that no Runtime uses up what the others need.
  instanceAuthsOfRuntime: {
    max: 100,
    ceiling: 10_000,
    things: 'instance auths of one Runtime',
    remedy: 'give back some that are not used any more, and have the Application delete them',
    of: 'Application',
  },
  instanceAuthBytesOfRuntime: {
    max: 128 * KB,
    ceiling: MB,
    things: 'bytes of instance auths that one Runtime asked for',
    remedy: 'give back some that are not used any more, and have the Application delete them',
    of: 'Application',
  },
  applications: { max: 50_000, ceiling: 1_000_000, things: 'Applications', remedy: 'unregister one that is not needed', of: 'tenant' },
  runtimes: { max: 10_000, ceiling: 1_000_000, things: 'Runtimes', remedy: 'unregister one that is not needed', of: 'tenant' },
  provisionedRuntimes: {
    max: 10_000,
    ceiling: 1_000_000,
    things: 'provisioned Runtimes',
    remedy: 'deprovision one that is not needed',
    of: 'tenant',
  },
  formations: { max: 1000, ceiling: 10_000, things: 'formations', remedy: 'delete one that is not needed', of: 'tenant' },
  integrationSystems: {
    max: 500,
    ceiling: 10_000,
    things: 'integration systems',
    remedy: 'unregister one that is not needed',
    of: 'tenant',
  },
  applicationTemplates: {
    max: 500,
    ceiling: 10_000,
    things: 'application templates',
    remedy: 'delete one that is not needed',
    of: 'tenant',
  },
  // All of them are read together.
  formationTemplates: { max: 100, ceiling: 500, things: 'formation templates', remedy: 'delete one that is not needed', of: 'tenant' },
  // All of them are read together whenever labels are set.
  labelDefinitions: { max: 200, ceiling: 1000, things: 'label definitions', remedy: 'delete one that is not needed', of: 'tenant' },
  labelDefinitionBytes: { max: 512 * KB, ceiling: MB, things: 'bytes of label definitions', remedy: 'shorten or delete one', of: 'tenant' },
} as const satisfies Record<string, Quota>;

export type QuotaName = keyof typeof quotas;

export const quotaNames = Object.keys(quotas) as QuotaName[];

/** The limits of a deployment. */
export type Limits = Readonly<Record<QuotaName, number>>;

/** Limits by name; those that are not named have their default. */
export const limitSettings = knownNamesOnly(
  Object.fromEntries(
    quotaNames.map((name) => [name, z.int().min(1).max(quotas[name].ceiling).default(quotas[name].max)]),
  ) as unknown as Record<QuotaName, z.ZodDefault<z.ZodInt>>,
);

export const defaultLimits: Limits = limitSettings.parse({});

/** The owner of a quota, as errors name it. */
interface NamedOwner {
  readonly kind: string;
  readonly id: string;
}

/** `application may have 10 OAuth clients at most; delete …` */
export function quotaExceeded(name: QuotaName, { kind, id }: NamedOwner, limits: Limits): AppError {
  const { things, remedy } = quotas[name];
  return new AppError('QuotaExceeded', `${kind} may have ${limits[name]} ${things} at most; ${remedy} first`, {
    details: { object: kind, ID: id, quota: name },
  });
}

/** Refuses amounts that exceed the quota even of an owner without objects, before any other work. Throws QuotaExceeded. */
export function requireQuota(name: QuotaName, amount: number, owner: NamedOwner, limits: Limits): void {
  if (amount > limits[name]) throw quotaExceeded(name, owner, limits);
}
