import { pageRequest } from '#shared/core/page.ts';
import { listDeliveries } from '#shared/webhooks/list-deliveries.ts';
import { uncountedPage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { DeliveryAttemptResolvers, DeliveryResolvers, QueryResolvers } from '../schema.generated.ts';

const deliveries: QueryResolvers['deliveries'] = async (_parent, input, { actor, deps }) =>
  uncountedPage(await listDeliveries(input, pageRequest(input.first, input.after), actor, deps), input);

const deliveryFields: DeliveryResolvers = {
  webhookID: ({ webhookId }) => webhookId,
  applicationID: ({ applicationId }) => applicationId,
  applicationTemplateID: ({ applicationTemplateId }) => applicationTemplateId ?? null,
  eventID: ({ eventId }) => eventId,
  nextAttemptAt: ({ state, dueAt }) => (state === 'PENDING' ? (dueAt ?? null) : null),
};

const attemptFields: DeliveryAttemptResolvers = { timestamp: ({ at }) => at };

export const deliveriesResolvers: ResolverPart = {
  Query: { deliveries },
  Delivery: deliveryFields,
  DeliveryAttempt: attemptFields,
};
