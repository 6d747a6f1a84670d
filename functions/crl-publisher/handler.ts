import { certificateRevokedEvent, revokeAtAuthority } from '#shared/certificates/revocation/revoke-at-authority.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { deps } from './deps.ts';

export const handler = queueHandler(deps.log, certificateRevokedEvent, async (event) => {
  const { eventId, tenant } = event.detail.metadata;
  return { ...(await revokeAtAuthority(event, deps)), eventId, tenant };
});
