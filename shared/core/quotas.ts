import type { ConsumerKind } from './actor.ts';
import { AppError } from './errors.ts';

interface Quota {
  /** The most that one owner may have. */
  readonly max: number;
  /** What is counted, as errors call it. */
  readonly things: string;
  /** What makes room. */
  readonly remedy: string;
}

/** How much one owner (an Application, a Runtime or an integration system) may have. `docs/quotas.md` lists the same. */
export const quotas = {
  credentials: { max: 50, things: 'credentials', remedy: 'delete a System Auth that is not needed' },
  pendingPairings: {
    max: 20,
    things: 'pairings that nobody completed',
    remedy: 'complete one, delete its System Auth, or wait until its token expires',
  },
  oauthClients: { max: 10, things: 'OAuth clients', remedy: 'delete the System Auth of one that is not needed' },
} as const satisfies Record<string, Quota>;

export type QuotaName = keyof typeof quotas;

export const quotaNames = Object.keys(quotas) as QuotaName[];

/** `application 4f… has 10 OAuth clients, which is the most there may be; delete …` */
export function quotaExceeded(name: QuotaName, owner: { readonly kind: ConsumerKind; readonly id: string }): AppError {
  const { max, things, remedy } = quotas[name];
  return new AppError('QuotaExceeded', `${owner.kind} has ${max} ${things}, which is the most there may be; ${remedy} first`, {
    details: { object: owner.kind, ID: owner.id, quota: name },
  });
}
