import * as z from 'zod';
import { detailSchema } from '../../events/domain-event.ts';
import type { RevocationPublisher } from './revocation-publisher.ts';

/** The event in the envelope that EventBridge sends to a queue. */
export const certificateRevokedEvent = z.object({
  'detail-type': z.literal('CertificateRevoked'),
  detail: detailSchema('CertificateRevoked'),
});

type CertificateRevokedEvent = z.infer<typeof certificateRevokedEvent>;

interface Deps {
  readonly publishers: readonly RevocationPublisher[];
}

/**
 * Publishes a revocation at the authority of the certificate. Does nothing for an authority that the deployment no longer has; the certificate is
 * refused here anyway.
 */
export async function revokeAtAuthority({ detail: { metadata, data } }: CertificateRevokedEvent, { publishers }: Deps) {
  const { serialNumber, issuer, notAfter } = data;
  const publisher = await publisherOf(issuer, publishers);
  await publisher?.publish({ authorityId: issuer, tenant: metadata.tenant, serialNumber, revokedAt: metadata.occurredAt, notAfter });
  return { outcome: publisher ? 'revoked' : 'authority unknown', authorityId: issuer, serialNumber };
}

/** Finds the publisher of an authority by its id. If an authority's id cannot be read, fails only when no other authority matches. */
async function publisherOf(issuer: string, publishers: readonly RevocationPublisher[]): Promise<RevocationPublisher | undefined> {
  const ids = await Promise.allSettled(publishers.map(({ authorityId }) => authorityId()));
  const found = ids.findIndex((id) => id.status === 'fulfilled' && id.value === issuer);
  const failed = ids.find((id) => id.status === 'rejected');
  if (found === -1 && failed) throw failed.reason;
  return publishers[found];
}
