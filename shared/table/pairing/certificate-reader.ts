import * as z from 'zod';
import type { EventDraft } from '#shared/events/event-draft.ts';
import { unknownToRelease010 } from '#shared/pairing/system-auth.ts';
import { entityReader } from '#shared/table/changes/entity-reader.ts';
import { revokedOf } from './earlier-system-auths.ts';

const known = z.object({ serialNumber: z.string(), issuer: z.string().default(unknownToRelease010), notAfter: z.string() });
const image = z.object({
  id: z.string(),
  ownerKind: z.enum(['application', 'runtime']),
  ownerId: z.string(),
  certificate: known.extend({ generation: z.number(), fingerprint: z.string(), notBefore: z.string() }).optional(),
  retired: z.record(z.string(), known.extend({ replaced: z.boolean().optional() })).default({}),
  revoked: z.record(z.string(), z.union([known, z.string()])).transform(revokedOf),
  suspected: z
    .record(z.string(), known.extend({ reason: z.enum(['OLDER_GENERATION', 'SUCCESSOR_IN_USE', 'REPLACED', 'NOT_RECORDED']) }))
    .default({}),
});
type SystemAuth = z.infer<typeof image>;

/** Reads changes of System Auths. Certificates raise events; tokens and last contacts do not. */
export const certificateReader = entityReader(image, {
  created: (after) => issued(undefined, after),
  changed: (before, after) => [
    ...issued(before, after),
    ...revoked(before, after),
    ...superseded(before, after),
    ...suspected(before, after),
  ],
  deleted: (before) => removed(before),
});

const holder = ({ id, ownerKind, ownerId }: SystemAuth) => ({ authId: id, ownerKind, ownerId });

function issued(before: SystemAuth | undefined, after: SystemAuth): EventDraft[] {
  const { certificate } = after;
  if (!certificate || certificate.fingerprint === before?.certificate?.fingerprint) return [];
  const { notBefore, ...told } = certificate;
  return [{ detailType: 'CertificateIssued', data: { ...holder(after), ...told } }];
}

const revoked = (before: SystemAuth, after: SystemAuth): EventDraft[] =>
  added(before.revoked, after.revoked).map(([fingerprint, certificate]) => revocation(after, fingerprint, certificate, 'REVOKED'));

/** Certificates that were valid until others replaced them. Those that were revoked have raised their event before. */
const superseded = (before: SystemAuth, after: SystemAuth): EventDraft[] =>
  added(good(after), good(before))
    .filter(([fingerprint, { notAfter }]) => !(fingerprint in after.revoked) && notAfter > (after.certificate?.notBefore ?? ''))
    .map(([fingerprint, certificate]) => revocation(after, fingerprint, certificate, 'SUPERSEDED'));

const suspected = (before: SystemAuth, after: SystemAuth): EventDraft[] =>
  added(before.suspected, after.suspected).map(([fingerprint, certificate]) => ({
    detailType: 'CertificateCloneSuspected',
    key: fingerprint,
    data: { ...holder(after), fingerprint, ...certificate },
  }));

const added = <T>(before: Record<string, unknown>, after: Record<string, T>): [string, T][] =>
  Object.entries(after).filter(([fingerprint]) => !(fingerprint in before));

/** Certificates whose System Auth was deleted: they are refused at once, so they belong on the revocation list. */
const removed = (before: SystemAuth): EventDraft[] =>
  added(before.revoked, good(before)).map(([fingerprint, certificate]) => revocation(before, fingerprint, certificate, 'PAIRING_REMOVED'));

type Known = z.infer<typeof known>;

/** The certificates that were issued and not replaced, by fingerprint; revoked ones are among them. */
function good({ certificate, retired }: SystemAuth): Record<string, Known> {
  const kept = Object.entries(retired).filter(([, { replaced }]) => !replaced);
  return Object.fromEntries<Known>([...kept, ...(certificate ? [[certificate.fingerprint, certificate] as const] : [])]);
}

const revocation = (
  auth: SystemAuth,
  fingerprint: string,
  { serialNumber, issuer, notAfter }: Known,
  reason: 'REVOKED' | 'SUPERSEDED' | 'PAIRING_REMOVED',
): EventDraft => ({
  detailType: 'CertificateRevoked',
  key: fingerprint,
  data: { ...holder(auth), fingerprint, serialNumber, issuer, notAfter, reason },
});
