import * as z from 'zod';
import type { EventDraft } from '#shared/events/event-draft.ts';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const known = z.object({ serialNumber: z.string(), issuer: z.string(), notAfter: z.string() });
const image = z.object({
  id: z.string(),
  ownerKind: z.enum(['application', 'runtime']),
  ownerId: z.string(),
  certificate: known.extend({ generation: z.number(), fingerprint: z.string() }).optional(),
  retired: z.record(z.string(), known),
  revoked: z.record(z.string(), known),
  suspected: z.record(z.string(), known.extend({ reason: z.enum(['OLDER_GENERATION', 'SUCCESSOR_IN_USE']) })),
});
type SystemAuth = z.infer<typeof image>;

/** Reads System Auths: certificates are told, tokens and last contacts are not. */
export const certificateReader = entityReader(image, {
  created: (after) => issued(undefined, after),
  changed: (before, after) => [...issued(before, after), ...revoked(before, after), ...suspected(before, after)],
  deleted: (before) => removed(before),
});

const holder = ({ id, ownerKind, ownerId }: SystemAuth) => ({ authId: id, ownerKind, ownerId });

function issued(before: SystemAuth | undefined, after: SystemAuth): EventDraft[] {
  const { certificate } = after;
  if (!certificate || certificate.fingerprint === before?.certificate?.fingerprint) return [];
  return [{ detailType: 'CertificateIssued', data: { ...holder(after), ...certificate } }];
}

const revoked = (before: SystemAuth, after: SystemAuth): EventDraft[] =>
  added(before.revoked, after.revoked).map(([fingerprint, certificate]) => ({
    detailType: 'CertificateRevoked',
    key: fingerprint,
    data: { ...holder(after), fingerprint, ...certificate, reason: 'REVOKED' },
  }));

const suspected = (before: SystemAuth, after: SystemAuth): EventDraft[] =>
  added(before.suspected, after.suspected).map(([fingerprint, certificate]) => ({
    detailType: 'CertificateCloneSuspected',
    key: fingerprint,
    data: { ...holder(after), fingerprint, ...certificate },
  }));

const added = <T>(before: Record<string, unknown>, after: Record<string, T>): [string, T][] =>
  Object.entries(after).filter(([fingerprint]) => !(fingerprint in before));

/** Certificates whose System Auth is gone are refused from that moment on, which is a revocation to whoever keeps a list. */
function removed(before: SystemAuth): EventDraft[] {
  const { certificate, retired } = before;
  const valid = { ...retired, ...(certificate && { [certificate.fingerprint]: certificate }) };
  return added(before.revoked, valid).map(([fingerprint, { serialNumber, issuer, notAfter }]) => ({
    detailType: 'CertificateRevoked',
    key: fingerprint,
    data: { ...holder(before), fingerprint, serialNumber, issuer, notAfter, reason: 'PAIRING_REMOVED' },
  }));
}
