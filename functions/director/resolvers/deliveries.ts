import { pageRequest, wantedPage } from '#shared/core/page.ts';
import { listDeliveries } from '#shared/webhooks/list-deliveries.ts';
import { redeliver as repeat } from '#shared/webhooks/redeliver.ts';
import { uncountedPage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { DeliveryAttemptResolvers, DeliveryResolvers, MutationResolvers, QueryResolvers } from '../schema.generated.ts';

const deliveries: QueryResolvers['deliveries'] = async (_parent, input, { actor, deps }) =>
  uncountedPage(await wantedPage(pageRequest(input.first, input.after), (next) => listDeliveries(input, next, actor, deps)), input);

const redeliver: MutationResolvers['redeliver'] = (_parent, { id }, { actor, deps }) => repeat(id, actor, deps);

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
  Mutation: { redeliver },
  Delivery: deliveryFields,
  DeliveryAttempt: attemptFields,
};
