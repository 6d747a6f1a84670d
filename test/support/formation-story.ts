import { type Clock, systemClock } from '#shared/core/clock.ts';
import { defaultLimits } from '#shared/core/quotas.ts';
import { changeOf } from '#shared/table/changes/change-of-record.ts';
import { eventsOf } from '#shared/table/changes/events-of-change.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import type { Attempt } from '#shared/webhooks/delivery-record.ts';
import { type FanOutMessage, fanOutMessageSchema } from '#shared/webhooks/fan-out-message.ts';
import { fanOutNotification } from '#shared/webhooks/fan-out-notification.ts';
import type { Data } from './clients.ts';
import { aTenant, aUser, type DirectorWorld } from './director-world.ts';
import type { Dynamo } from './engines.ts';
import { streamReader } from './table-stream.ts';

/** A tenant with a formation. Its changes are made by the Director, and told as the relay, the fan-out and the dispatcher tell them, when the story says so. */
export async function formationStory(dynamo: Dynamo, world: DirectorWorld, clock: Clock = systemClock) {
  const tenant = aTenant();
  const admin = world.as(aUser(tenant));
  const { f } = await admin.do('mutation { f: createFormation(formation: { name: "spring" }) { id } }');
  const formationId: string = f.id;
  const deliveries = dynamoDeliveries(dynamo.table);
  let read = await streamReader(dynamo);

  const move = async (operation: string, id: string, type: string): Promise<void> => {
    await admin.do(`mutation { ${operation}(objectID: "${id}", objectType: ${type}, formation: { name: "spring" }) { id } }`);
  };

  /** The deliveries of what was changed since the last call, made once each. */
  const made = async (): Promise<Delivery[]> => {
    const records = await read();
    read = await streamReader(dynamo);
    const events = records.flatMap((record) => eventsOf(changeOf(record))).filter(({ detail }) => detail.metadata.tenant === tenant);
    const found: Delivery[] = [];
    for (const { detailType, detail } of events) {
      const message = fanOutMessageSchema.safeParse({ 'detail-type': detailType, detail });
      if (message.success)
        await fanOutNotification(message.data as FanOutMessage, {
          ...fanOutDeps,
          queue: { send: async (some) => void found.push(...some) },
        });
    }
    return found;
  };

  const fanOutDeps = {
    runtimes: world.deps.runtimes,
    formations: world.deps.formations,
    recipients: world.deps.recipients,
    rest: { continue: () => Promise.reject(new Error('the fan-out is larger than a story')) },
    limits: defaultLimits,
    clock,
    pace: { runFor: 60_000, maxDeliveries: 1000, pageSize: 100 },
  };

  return {
    tenant,
    admin,
    formationId,
    deliveries,
    application: async (name: string, webhooks: readonly string[] = [name], settings = ''): Promise<string> => {
      const given = webhooks.map((one) => `{ type: CONFIGURATION_CHANGED, url: "https://${one}.example/", ${settings} }`);
      const { a } = await admin.do(`mutation { a: registerApplication(in: { name: "${name}", webhooks: [${given.join()}] }) { id } }`);
      return a.id;
    },
    runtime: async (name: string): Promise<string> =>
      (await admin.do(`mutation { r: registerRuntime(in: { name: "${name}" }) { id } }`)).r.id,
    assign: (id: string, type: 'APPLICATION' | 'RUNTIME') => move('assignFormation', id, type),
    unassign: (id: string, type: 'APPLICATION' | 'RUNTIME') => move('unassignFormation', id, type),
    made,
    /** The endpoint accepts a delivery. */
    succeed: async (delivery: Delivery, attempt: Partial<Attempt> = {}): Promise<void> => {
      await deliveries.claim(delivery, clock());
      await deliveries.end(delivery, 'SUCCEEDED', { at: clock(), duration: 1, status: 204, ...attempt }, clock());
    },
    /** The last attempt at a delivery fails. */
    fail: async (delivery: Delivery, error = 'the endpoint answered 500'): Promise<void> => {
      const claim = await deliveries.claim(delivery, clock());
      if (claim.result !== 'claimed') throw new Error(`the delivery is ${claim.result}`);
      await deliveries.fail(delivery, claim, { at: clock(), duration: 1, status: 500, error }, 'ATTEMPTS_EXHAUSTED', clock());
    },
    formation: async (): Promise<Data> =>
      (
        await admin.do(`{ f: formation(id: "${formationId}") { status { condition errors { assignmentID message errorCode } }
          formationAssignments { totalCount pageInfo { hasNextPage } data { id source target targetType state error value configuration
            lastStateChangeTimestamp lastNotificationSentTimestamp assignmentOperations { totalCount data { operationType finishedAtTimestamp } }
            targetEntity { __typename ... on Application { name } ... on Runtime { name } } } } } }`)
      ).f,
  };
}
