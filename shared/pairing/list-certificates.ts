import * as z from 'zod';
import { type Actor, holdsScope, type OwnerKind } from '../core/actor.ts';
import { emptyPage, type Page, type PageRequest } from '../core/page.ts';
import { optional, time, validate } from '../core/validate.ts';
import { type CertificateOf, latestCertificateOf } from './certificates-of.ts';
import type { SystemAuthRepository } from './system-auth-repository.ts';

const filterFields = z.object({ from: optional(time), to: optional(time), suspected: optional(z.boolean()) });

/** The scope that reads the credentials of each kind of owner. */
const readers: readonly (readonly [OwnerKind, string])[] = [
  ['application', 'application.auths:read'],
  ['runtime', 'runtime.auths:read'],
];

/**
 * A page of the tenant's latest certificates, the first to end first, of those kinds of owners whose credentials the caller may read. Throws
 * InvalidData.
 */
export async function listCertificates(
  filter: object | null | undefined,
  page: PageRequest,
  actor: Actor,
  { auths }: { readonly auths: Pick<SystemAuthRepository, 'listByEnd'> },
): Promise<Page<CertificateOf>> {
  const { from, to, suspected } = validate('CertificateFilter', filterFields, filter ?? {});
  const kinds = readers.filter(([, scope]) => holdsScope(actor, scope)).map(([kind]) => kind);
  if (kinds.length === 0) return emptyPage;
  const isWhole = kinds.length === readers.length;
  const { data, next } = await auths.listByEnd(
    actor.tenant,
    { from, to, ...(isWhole ? {} : { kinds }), isSuspected: suspected === true },
    page,
  );
  return { data: data.flatMap((auth) => latestCertificateOf(auth) ?? []), ...(next !== undefined && { next }) };
}
