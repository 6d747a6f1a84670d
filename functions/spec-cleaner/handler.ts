import { cleanUpTexts } from '#shared/bundles/clean-up-texts.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { cleaningEventSchema } from '#shared/events/specification-work.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { deps } from './deps.ts';

export const handler = queueHandler(deps.log, cleaningEventSchema, async (event) => {
  const { metadata, data } = event.detail;
  const rubbish = 'objectKey' in data ? data : { tenant: tenantId(metadata.tenant), applicationId: data.applicationId };
  await cleanUpTexts(rubbish, deps);
  const { tenant, eventId } = metadata;
  return { outcome: 'cleaned up', detailType: event['detail-type'], tenant, applicationId: data.applicationId, eventId };
});
