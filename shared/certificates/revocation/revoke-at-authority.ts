import * as z from 'zod';
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

/** Has the authority of a revoked certificate tell the world. One that the deployment no longer has can tell nobody; we refuse the certificate ourselves. */
export async function revokeAtAuthority({ detail: { metadata, data } }: CertificateRevokedEvent, { authorities }: Deps) {
  const { serialNumber, issuer, notAfter } = data;
  const authority = await authorityOf(issuer, authorities);
  await authority?.revoke({ authorityId: issuer, tenant: metadata.tenant, serialNumber, revokedAt: metadata.occurredAt, notAfter });
  return { outcome: authority ? 'revoked' : 'authority unknown', authorityId: issuer, serialNumber };
}

/** Finds the authority by its id. If an authority's id cannot be read, fails only when no other authority matches. */
async function authorityOf(issuer: string, authorities: readonly RevokingAuthority[]): Promise<RevokingAuthority | undefined> {
  const ids = await Promise.allSettled(authorities.map((authority) => authority.id()));
  const found = ids.findIndex((id) => id.status === 'fulfilled' && id.value === issuer);
  const failed = ids.find((id) => id.status === 'rejected');
  if (found === -1 && failed) throw failed.reason;
  return authorities[found];
}
