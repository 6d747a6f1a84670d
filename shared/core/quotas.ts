import { AppError } from './errors.ts';

interface Quota {
  /** The most that one owner may have. */
  readonly max: number;
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

/** Limits of one owner. `docs/quotas.md` lists the same. */
export const quotas = {
  credentials: { max: 50, things: 'credentials', remedy: 'delete a System Auth that is not needed', of: consumer },
  pendingPairings: {
    max: 20,
    things: 'pairings that nobody completed',
    remedy: 'complete one, delete its System Auth, or wait until its token expires',
    of: consumer,
  },
  oauthClients: { max: 10, things: 'OAuth clients', remedy: 'delete the System Auth of one that is not needed', of: consumer },
  webhooks: { max: 20, things: 'webhooks', remedy: 'delete one that is not needed', of: notified },
  webhookBytes: { max: 256 * KB, things: 'bytes of webhooks', remedy: 'shorten or delete one', of: notified },
  bundles: { max: 500, things: 'bundles', remedy: 'delete one that is not needed', of: 'Application' },
  definitions: { max: 2000, things: 'API and Event Definitions', remedy: 'delete one that is not needed', of: 'Application' },
  documents: { max: 500, things: 'documents', remedy: 'delete one that is not needed', of: 'Application' },
  // What Runtimes read of an Application fits into one answer, however it is quoted there.
  contentBytes: {
    max: 2 * MB,
    things: 'bytes of bundles, definitions and documents, their texts not counted',
    remedy: 'shorten or delete some',
    of: 'Application',
  },
  textBytes: {
    max: 500 * MB,
    things: 'bytes of texts of specifications and documents',
    remedy: 'shorten or delete some',
    of: 'Application',
  },
  instanceAuths: { max: 1000, things: 'instance auths', remedy: 'delete some that are not used any more', of: 'Application' },
  instanceAuthBytes: {
    max: MB,
    things: 'bytes of instance auths',
    remedy: 'delete some that are not used any more',
    of: 'Application',
  },
} as const satisfies Record<string, Quota>;

export type QuotaName = keyof typeof quotas;

export const quotaNames = Object.keys(quotas) as QuotaName[];

/** The owner of a quota, as errors name it. */
interface NamedOwner {
  readonly kind: string;
  readonly id: string;
}

/** `application may have 10 OAuth clients at most; delete …` */
export function quotaExceeded(name: QuotaName, { kind, id }: NamedOwner): AppError {
  const { max, things, remedy } = quotas[name];
  return new AppError('QuotaExceeded', `${kind} may have ${max} ${things} at most; ${remedy} first`, {
    details: { object: kind, ID: id, quota: name },
  });
}

/** Refuses what is more than an owner without anything may have, before any work is done for it. Throws QuotaExceeded. */
export function requireQuota(name: QuotaName, amount: number, owner: NamedOwner): void {
  if (amount > quotas[name].max) throw quotaExceeded(name, owner);
}
