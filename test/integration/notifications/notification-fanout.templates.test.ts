import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApplicationTemplate } from '#shared/application-templates/change-application-template.ts';
import { registerApplicationFromTemplate } from '#shared/application-templates/register-application-from-template.ts';
import { systemClock } from '#shared/core/clock.ts';
import { formationReferences } from '#shared/events/event-metadata.ts';
import { dynamoApplicationTemplates } from '#shared/table/application-templates/application-template-repository.dynamo.ts';
import { dynamoDeliveryLog } from '#shared/table/webhooks/delivery-log.dynamo.ts';
import { deliverySchema } from '#shared/webhooks/delivery.ts';
import { aBusEvent } from '#test/support/bus-events.ts';
import { aUser } from '#test/support/director-world.ts';
import { acme, aWebhook, type NotificationWorld, notificationWorld } from '#test/support/notification-world.ts';
import type { TestQueue } from '#test/support/queues.ts';
import { noTextBucket } from '#test/support/text-bucket.ts';
import { startWebhookEndpoint, type WebhookEndpoint } from '#test/support/webhook-endpoint.ts';

let world: NotificationWorld;
let notifications: TestQueue;
let endpoint: WebhookEndpoint;
let fanOut: (event: SQSEvent) => Promise<SQSBatchResponse>;
let dispatch: (event: SQSEvent) => Promise<SQSBatchResponse>;
const alice = aUser(acme);

beforeAll(async () => {
  world = await notificationWorld();
  endpoint = await startWebhookEndpoint();
  ({ notifications } = world);
  const relayed = await import('#functions/notification-fanout/handler.ts');
  const dispatcher = await import('#functions/webhook-dispatcher/handler.ts');
  fanOut = (event) => relayed.handler(event, {} as Context);
  dispatch = (event) => dispatcher.handler(event, {} as Context);
});
afterAll(() => Promise.all([world.stop(), endpoint.stop()]));

it('the webhook of a template gets one notification for each Application made from it that has none of its own', async () => {
  const applicationTemplates = dynamoApplicationTemplates(world.dynamo.table);
  const deps = { ...world, applicationTemplates, textObjects: noTextBucket, limits: world.dynamo.table.limits, clock: systemClock };
  const template = await createApplicationTemplate(
    {
      name: 'shops',
      applicationInput: { name: '{{name}}', labels: { scenarios: ['templates'] } },
      placeholders: [{ name: 'name' }],
      webhooks: [aWebhook(endpoint.url)],
    },
    alice,
    deps,
  );
  const runtime = await world.runtime('cluster', ['templates']);
  const made = await Promise.all(
    ['one', 'two'].map((value) =>
      registerApplicationFromTemplate({ templateName: 'shops', values: [{ placeholder: 'name', value }] }, alice, deps),
    ),
  );
  const own = await world.application('own', { scenarios: ['templates'], webhooks: [aWebhook('https://own.example')] });
  const event = aBusEvent(
    acme,
    'RuntimeConnected',
    { runtimeId: runtime.id, name: runtime.name, formations: formationReferences(runtime.formations) },
    'evt_template',
  );

  const told: string[] = [];
  for (let time = 0; time < 2; time++) {
    await notifications.send(event);
    expect(await notifications.feed(fanOut)).toEqual({ batchItemFailures: [] });
    const bodies = await world.deliveryQueue.take();
    const deliveries = bodies.map((body) => deliverySchema.parse(JSON.parse(body)));
    expect(deliveries.filter(({ applicationTemplateId }) => applicationTemplateId === template.id)).toHaveLength(2);
    expect(deliveries.find(({ applicationTemplateId }) => applicationTemplateId === undefined)?.webhookId).toBe(own.webhooks[0]?.id);
    told.push(...deliveries.map(({ id }) => id));
    for (const body of bodies.filter((text) => text.includes(template.id))) await world.deliveryQueue.send(body);
    expect(await world.deliveryQueue.feed(dispatch)).toEqual({ batchItemFailures: [] });
  }
  expect(new Set(told).size).toBe(3);
  const subjects = endpoint.received.map(({ body }) => JSON.parse(body).subject);
  expect(subjects.sort()).toEqual(made.map(({ application }) => `applications/${application.id}`).sort());
  const log = dynamoDeliveryLog(world.dynamo.table);
  const [webhook] = await world.webhooks.listByOwner({ tenant: acme, kind: 'application_template', id: template.id });
  const { data } = await log.list({ tenant: acme, webhookId: webhook?.id ?? '' }, { states: ['SUCCEEDED'] }, { first: 100 });
  expect(data.map(({ applicationId }) => applicationId).sort()).toEqual(made.map(({ application }) => application.id).sort());
});
