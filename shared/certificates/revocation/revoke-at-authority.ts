import { z } from 'zod';
import { detailSchema } from '../../events/domain-event.ts';
import type { RevokingAuthority } from './revoking-authority.ts';

/** The event in the envelope in which EventBridge hands it to a queue. */
export const certificateRevokedEvent = z.object({
  'detail-type': z.literal('CertificateRevoked'),
  detail: detailSchema('CertificateRevoked'),
});

type CertificateRevokedEvent = z.infer<typeof certificateRevokedEvent>;

interface Deps {
  readonly authorities: readonly RevokingAuthority[];
}

/** Has the authority of a revoked certificate tell the world. One that the deployment no longer has is trusted by nobody, and has nothing to tell. */
export async function revokeAtAuthority({ detail: { metadata, data } }: CertificateRevokedEvent, { authorities }: Deps) {
  const { serialNumber, issuer, notAfter } = data;
  const ids = await Promise.all(authorities.map((authority) => authority.id()));
  const authority = authorities[ids.indexOf(issuer)];
  await authority?.revoke({ authorityId: issuer, serialNumber, revokedAt: metadata.occurredAt, notAfter });
  return { outcome: authority ? 'revoked' : 'authority unknown', authorityId: issuer, serialNumber };
}
