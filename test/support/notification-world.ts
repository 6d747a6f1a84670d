import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { registerApplication } from '#shared/applications/register-application.ts';
import { secretsManagerSealer } from '#shared/aws/sealing.ts';
import type { UserActor } from '#shared/core/actor.ts';
import { systemClock } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { createFormation } from '#shared/formations/create-formation.ts';
import { permitOwnMachine } from '#shared/http/own-machine.ts';
import { registerRuntime } from '#shared/runtimes/register-runtime.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { dynamoFormations } from '#shared/table/formations/formation-repository.dynamo.ts';
import { dynamoLabelDefinitions } from '#shared/table/labels/label-definition-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { dynamoRecipients } from '#shared/table/webhooks/recipients.dynamo.ts';
import { dynamoWebhooks } from '#shared/table/webhooks/webhook-repository.dynamo.ts';
import { webhookSealingContext } from '#shared/webhooks/webhook.ts';
import { type Dynamo, startDynamo } from './engines.ts';
import { type Queues, startQueues } from './queues.ts';
import { noTextBucket } from './text-bucket.ts';

export const acme = tenantId('acme');
const alice: UserActor = { kind: 'user', id: 'alice', tenant: acme, scopes: new Set(['application:write', 'runtime:write']) };

export type NotificationWorld = Awaited<ReturnType<typeof notificationWorld>>;

/** The engines behind the notifications, the variables by which handlers find them, and what tests register things with. */
export async function notificationWorld(maxReceiveCount = 4) {
  const [dynamo, queues]: [Dynamo, Queues] = await Promise.all([startDynamo(), startQueues()]);
  const deliveryQueue = await queues.create('deliveries', maxReceiveCount);
  const notifications = await queues.create('notifications');
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: 'an entirely local sealing key of some length' });
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_SQS: queues.endpoint,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    TABLE_NAME: dynamo.tableName,
    EVENT_BUS_NAME: 'compass',
    DELIVERY_QUEUE_URL: deliveryQueue.url,
    MTLS_URL: 'https://mtls.compass.example',
    NOTIFICATION_QUEUE_URL: notifications.url,
    SEALING_KEY_SECRET: 'sealing-key',
    ALLOW_LOOPBACK_TARGETS: 'true',
    RETRY_SCHEDULE_SECONDS: Array(maxReceiveCount - 1)
      .fill('1')
      .join(','),
  });
  permitOwnMachine(true);
  const sealer = secretsManagerSealer('sealing-key');
  const { table } = dynamo;
  const repositories = {
    applications: dynamoApplications(table),
    runtimes: dynamoRuntimes(table),
    formations: dynamoFormations(table),
    labelDefinitions: dynamoLabelDefinitions(table),
    webhooks: dynamoWebhooks(table),
    recipients: dynamoRecipients(table),
  };
  const deps = { ...repositories, textObjects: noTextBucket, sealer, limits: dynamo.table.limits, clock: systemClock };
  const provideFormations = async (names: readonly string[]): Promise<void> => {
    for (const name of names) {
      if (!(await repositories.formations.findByName(acme, name))) await createFormation({ name }, alice, repositories);
    }
  };
  return {
    dynamo,
    queues,
    deliveryQueue,
    notifications,
    ...repositories,
    sealer,
    application: async (name: string, { scenarios = [], webhooks = [] }: { scenarios?: string[]; webhooks?: object[] } = {}) => {
      await provideFormations(scenarios);
      const labels = scenarios.length > 0 ? { scenarios } : {};
      const { application, webhooks: made } = await registerApplication({ name, labels, webhooks }, alice, deps);
      return { application, webhooks: made };
    },
    runtime: async (name: string, scenarios: string[] = []) => {
      await provideFormations(scenarios);
      return registerRuntime({ name, labels: scenarios.length > 0 ? { scenarios } : {} }, alice, deps);
    },
    /** The secret that signs what is delivered to a webhook. */
    secretOf: (webhook: { id: string; secrets: readonly string[] }) =>
      sealer.open(webhookSealingContext(acme, webhook.id), webhook.secrets[0] ?? ''),
    stop: () => Promise.all([dynamo.stop(), queues.stop()]),
  };
}

/** A webhook of an Application that wants to be told of configuration changes. */
export const aWebhook = (url: string, settings: object = {}) => ({ type: 'CONFIGURATION_CHANGED', url, ...settings });
