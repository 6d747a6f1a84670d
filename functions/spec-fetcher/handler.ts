import { fetchText } from '#shared/bundles/fetch-text.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { fetchRequestedSchema } from '#shared/events/specification-work.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { deps } from './deps.ts';

export const handler = queueHandler(deps.log, fetchRequestedSchema, async ({ detail: { metadata, data } }, reception) => {
  const wish = { ...data, tenant: tenantId(metadata.tenant) };
  return { ...(await fetchText(wish, reception, deps)), ...wish, eventId: metadata.eventId };
});
