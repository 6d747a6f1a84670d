import { type FetchTurn, fetchText } from '#shared/bundles/fetch-text.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { fetchRequestedSchema } from '#shared/events/specification-work.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { deps } from './deps.ts';

export const handler = queueHandler(deps.log, fetchRequestedSchema, async (event, reception) => {
  const { metadata, data } = event.detail;
  const wish = { ...data, tenant: tenantId(metadata.tenant) };
  const { waited } = event;
  const turn = {
    ...reception,
    waited,
    sendAgain: (next, seconds) => deps.sendAgain({ ...event, waited: next }, seconds),
  } satisfies FetchTurn;
  return { ...(await fetchText(wish, turn, deps)), ...wish, eventId: metadata.eventId };
});
