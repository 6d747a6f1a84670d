import { z } from 'zod';
import { entityReader } from './entity-reader.ts';
import type { EventDraft } from './event-draft.ts';

const image = z.object({
  id: z.string(),
  ownerKind: z.enum(['application', 'runtime']),
  ownerId: z.string(),
  certificate: z.object({ generation: z.number(), fingerprint: z.string(), serialNumber: z.string(), notAfter: z.string() }).optional(),
  revoked: z.record(z.string(), z.string()),
});
type SystemAuth = z.infer<typeof image>;

/** Reads System Auths: certificates are told, tokens and last contacts are not. */
export const certificateReader = entityReader(image, {
  created: (after) => issued(undefined, after),
  changed: (before, after) => [...issued(before, after), ...revoked(before, after)],
  deleted: (before) => removed(before),
});

const holder = ({ id, ownerKind, ownerId }: SystemAuth) => ({ authId: id, ownerKind, ownerId });

function issued(before: SystemAuth | undefined, after: SystemAuth): EventDraft[] {
  const { certificate } = after;
  if (!certificate || certificate.fingerprint === before?.certificate?.fingerprint) return [];
  return [{ detailType: 'CertificateIssued', data: { ...holder(after), ...certificate } }];
}

const revoked = (before: SystemAuth, after: SystemAuth): EventDraft[] =>
  Object.entries(after.revoked)
    .filter(([fingerprint]) => !(fingerprint in before.revoked))
    .map(([fingerprint, notAfter]) => ({
      detailType: 'CertificateRevoked',
      key: fingerprint,
      data: { ...holder(after), fingerprint, notAfter, reason: 'REVOKED' },
    }));

/** A certificate whose System Auth is gone is refused from that moment on, which is a revocation to whoever keeps a list. */
function removed(before: SystemAuth): EventDraft[] {
  const { certificate } = before;
  if (!certificate || certificate.fingerprint in before.revoked) return [];
  const { fingerprint, notAfter } = certificate;
  return [
    {
      detailType: 'CertificateRevoked',
      key: fingerprint,
      data: { ...holder(before), fingerprint, notAfter, reason: 'PAIRING_REMOVED' },
    },
  ];
}
