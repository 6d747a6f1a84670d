import * as z from 'zod';
import { agentEventSource, applicationEventDetail, applicationEventTypes } from '#agent/lambda/application-events.ts';
import { detailSchema } from '#shared/events/domain-event.ts';
import { type DetailType, sourceOf } from '#shared/events/event-catalogue.ts';
import { detailTypes } from '#shared/events/event-json-schema.ts';
import { eventMetadataSchema, formationReference } from '#shared/events/event-metadata.ts';
import { notifyingDetailTypes } from '#shared/events/notifying-events.ts';
import { configurationNotificationSchema } from '#shared/webhooks/configuration-notification.ts';
import { testNotificationSchema } from '#shared/webhooks/test-notification.ts';
import { exampleNotification, exampleTest } from './example-messages.ts';

/** A schema in the parts of the document that others refer to. */
type Named = Readonly<Record<string, z.ZodType>>;

const referTo = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** The JSON Schemas of named schemas, which refer to each other where one is part of another. */
function jsonSchemas(named: Named): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { target: 'draft-7', io: 'input', uri: (id) => referTo(id).$ref });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, { title: id, ...schema }]));
}

/** An event as EventBridge sends it to the target of a rule. */
const eventOnBus = (detailType: string, source: string, detail: z.ZodType) =>
  z.object({
    version: z.string().describe('Of this envelope: 0.'),
    id: z.string().describe('Of EventBridge; another one each time the event is published.'),
    'detail-type': z.literal(detailType),
    source: z.literal(source),
    account: z.string(),
    time: z.iso.datetime(),
    region: z.string(),
    resources: z.array(z.string()),
    detail,
  });

/** The headers that a receiver of webhooks reads. */
const webhookHeaders = z.object({
  'content-type': z.string().meta({ examples: ['application/cloudevents+json; charset=utf-8'] }),
  location: z
    .string()
    .optional()
    .describe('URL at which the receiver reports its state; for changes of formations, to webhooks of the mode ASYNC_CALLBACK.'),
  'webhook-id': z.string().describe('Of the delivery: the same in every attempt, and equal to the id of the CloudEvent.'),
  'webhook-timestamp': z
    .string()
    .regex(/^[0-9]+$/)
    .describe('Time of the attempt, in seconds since 1970. Refuse one that is more than five minutes away.'),
  'webhook-signature': z
    .string()
    .describe('Signatures of Standard Webhooks over id, timestamp and body, separated by blanks: v1 (HMAC-SHA256) or v1a (Ed25519).'),
});

const compassEvents: Named = Object.fromEntries(detailTypes.map((type) => [type, eventOnBus(type, sourceOf(type), detailSchema(type))]));

const agentEvents: Named = Object.fromEntries(
  Object.values(applicationEventTypes).map((type) => [type, eventOnBus(type, agentEventSource, applicationEventDetail)]),
);

const shared: Named = {
  EventMetadata: eventMetadataSchema,
  FormationReference: formationReference,
  WebhookHeaders: webhookHeaders,
};

const webhookBodies: Named = { ConfigurationChanged: configurationNotificationSchema, WebhookTest: testNotificationSchema };

const sentences = {
  ConfigurationChanged: 'The configuration of an Application may have changed: read it from the Director.',
  WebhookTest: '`testWebhook` was called: verify the message, answer 2xx, and do nothing else.',
} as const;

const webhookMessage = (name: keyof typeof sentences, example: object): object => ({
  name,
  title: name,
  summary: sentences[name],
  contentType: 'application/cloudevents+json',
  headers: referTo('WebhookHeaders'),
  payload: referTo(name),
  examples: [example],
});

const isNotified = (type: string): boolean => notifyingDetailTypes.some((one) => one === type);

const busMessage = (type: string, source: string): object => ({
  name: type,
  title: type,
  ...(isNotified(type) && { description: 'Webhooks of Applications are notified of it, too.' }),
  tags: [{ name: source }],
  payload: referTo(type),
});

const messagesOf = (names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));

/** The AsyncAPI document of everything that Compass and its Agents send: events on the buses and requests to webhooks. */
export function asyncApiDocument(): object {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Events and webhooks of Compass',
      version: '1.0.0',
      license: { name: 'Apache-2.0' },
      description:
        'Everything is sent at least once, and in any order: remember the ids of what was processed. Later versions may add messages and fields; ignore those that you do not know.',
    },
    defaultContentType: 'application/json',
    channels: {
      bus: {
        address: 'compass-{stage}-events',
        title: 'Bus of a stage',
        description:
          'The EventBridge bus on which every change in Compass is published. Rules of your own select events by source and detail type.',
        parameters: { stage: { description: 'The name of the stage.', examples: ['dev', 'prod'] } },
        messages: messagesOf(Object.keys(compassEvents)),
      },
      webhook: {
        address: null,
        title: 'Endpoint of a webhook',
        description: 'The URL of a webhook of type CONFIGURATION_CHANGED. Any 2xx accepts the message; its body is ignored.',
        messages: messagesOf(Object.keys(webhookBodies)),
      },
      runtimeBus: {
        address: null,
        title: 'Bus of a Runtime',
        description: 'The EventBridge bus in the stack of a Runtime on AWS, on which its Agent announces what changed.',
        messages: messagesOf(Object.keys(agentEvents)),
      },
    },
    operations: {
      publishEvent: { action: 'send', summary: 'Publishes a change.', channel: { $ref: '#/channels/bus' } },
      postToWebhook: {
        action: 'send',
        summary: 'Notifies an Application, or tests a webhook.',
        channel: { $ref: '#/channels/webhook' },
        bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
      },
      announceApplication: {
        action: 'send',
        summary: 'Announces a change of the Applications in a Runtime.',
        channel: { $ref: '#/channels/runtimeBus' },
      },
    },
    components: {
      messages: {
        ConfigurationChanged: webhookMessage('ConfigurationChanged', exampleNotification),
        WebhookTest: webhookMessage('WebhookTest', exampleTest),
        ...Object.fromEntries(detailTypes.map((type: DetailType) => [type, busMessage(type, sourceOf(type))])),
        ...Object.fromEntries(Object.keys(agentEvents).map((type) => [type, busMessage(type, agentEventSource)])),
      },
      schemas: jsonSchemas({ ...shared, ...webhookBodies, ...compassEvents, ...agentEvents }),
    },
  };
}
