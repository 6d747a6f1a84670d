import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { BatchPutRequest } from 'dynamodb-toolbox/entity/actions/batchPut';
import { jweSealer } from '#shared/aws/jwe-sealer.ts';
import { newId } from '#shared/core/ids.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { membershipsOf } from '#shared/formations/membership.ts';
import { applicationEntity, toItem } from '#shared/table/applications/application-entity.dynamo.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { formationMemberEntity } from '#shared/table/formations/formation-entities.dynamo.ts';
import { toItem as toWebhookItem, webhookEntity } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import { deliveryId } from '#shared/webhooks/delivery.ts';
import { newSigningKey } from '#shared/webhooks/signing-keys.ts';
import { webhookSealingContext } from '#shared/webhooks/webhook.ts';
import { aBusEvent } from '#test/support/bus-events.ts';
import { createTable, type Dynamo, engineClients } from '#test/support/engines.ts';
import type { Queues, TestQueue } from '#test/support/queues.ts';
import { anApplication } from '#test/support/registry-builders.ts';
import { storeMany } from '#test/support/store-many.ts';
import { endTreeProcess, startTreeProcess } from '../bench/tree-process.ts';
import type { Invocation, Invoked } from './messages.ts';

export const sealingKeyText = 'a sealing key that only the bench of the fan-out uses';
const tenant = tenantId('5577cf46-4f78-45fa-b55f-a42a3bdba868');
const sealer = jweSealer(async () => createHash('sha256').update(sealingKeyText).digest());

export interface Engines {
  readonly dynamo: Dynamo;
  readonly queues: Queues;
  readonly secretsEndpoint: string;
}

/** A formation of Applications, each with one webhook. */
export interface Group {
  readonly formation: { readonly id: string; readonly name: string };
  readonly webhookIds: readonly string[];
}

/** Cost of one change. */
export interface Round {
  readonly deliveries: number;
  /** Seconds of CPU of the functions' process. */
  readonly cpu: number;
  readonly fanOutInvocations: number;
  /** Milliseconds. */
  readonly longestFanOut: number;
  /** Bytes. */
  readonly rssBefore: number;
  readonly peak: number;
  /** The ids that the change is to be delivered with. */
  readonly expected: readonly string[];
}

export type FunctionsUnderTest = Awaited<ReturnType<typeof functionsUnderTest>>;

/** The functions of a tree, with a table and queues of their own. */
export async function functionsUnderTest(root: string, { dynamo, queues, secretsEndpoint }: Engines, flags: readonly string[] = []) {
  const tableName = `compass-${randomUUID()}`;
  const { base, client } = engineClients(dynamo.endpoint);
  await createTable(base, tableName, false);
  const table = controlPlaneTable(client, tableName);
  const notifications = await queues.create(`notifications-${randomUUID()}`);
  const deliveries = await queues.create(`deliveries-${randomUUID()}`);
  const { child } = await startTreeProcess({
    script: join(import.meta.dirname, 'functions-process.ts'),
    root,
    flags,
    env: {
      ...commonVariables,
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
      AWS_ENDPOINT_URL_SQS: queues.endpoint,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsEndpoint,
      TABLE_NAME: tableName,
      DELIVERY_QUEUE_URL: deliveries.url,
      NOTIFICATION_QUEUE_URL: notifications.url,
    },
  });

  const invoke = async (name: Invocation['name'], event: SQSEvent): Promise<Invoked> => {
    child.send({ name, event });
    const [invoked] = (await once(child, 'message')) as [Invoked];
    return invoked;
  };

  /** Hands messages over until none is left; `note` sees every invocation. */
  const drain = async (queue: TestQueue, name: Invocation['name'], note: (invoked: Invoked) => void): Promise<void> => {
    while ((await queue.size()) > 0) {
      await queue.feed(async (event) => {
        if (event.Records.length === 0) return { batchItemFailures: [] };
        const invoked = await invoke(name, event);
        note(invoked);
        return invoked.result as SQSBatchResponse;
      });
    }
  };

  return {
    /** Stores a formation whose webhooks are at these URLs in turn. */
    group: (count: number, urls: readonly string[]): Promise<Group> => group({ client, tableName }, table, { count, urls }),

    /** Has one change delivered to a whole formation. */
    round: async ({ formation, webhookIds }: Group): Promise<Round> => {
      const eventId = `evt_${randomUUID()}`;
      await notifications.send(
        aBusEvent(tenant, 'RuntimeConnected', { runtimeId: newId(), name: 'cluster', formations: [formation] }, eventId),
      );
      const before = await invoke('dispatcher', { Records: [] });
      const fanOuts: Invoked[] = [];
      await drain(notifications, 'fanOut', (invoked) => fanOuts.push(invoked));
      await drain(deliveries, 'dispatcher', () => undefined);
      const after = await invoke('dispatcher', { Records: [] });
      return {
        deliveries: webhookIds.length,
        cpu: after.cpu - before.cpu,
        fanOutInvocations: fanOuts.length,
        longestFanOut: Math.max(...fanOuts.map(({ took }) => took)),
        rssBefore: before.rss,
        peak: after.peak,
        expected: webhookIds.map((id) => deliveryId(eventId, id)),
      };
    },

    stop: async (): Promise<void> => {
      await endTreeProcess(child);
      base.destroy();
    },
  };
}

/** The variables of a deployment that are the same for every tree. */
const commonVariables = {
  ...process.env,
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  POWERTOOLS_LOG_LEVEL: 'INFO',
  SEALING_KEY_SECRET: 'sealing-key',
  ALLOW_LOOPBACK_TARGETS: 'true',
};

interface Size {
  readonly count: number;
  readonly urls: readonly string[];
}

async function group(
  dynamo: Pick<Dynamo, 'client' | 'tableName'>,
  table: ReturnType<typeof controlPlaneTable>,
  { count, urls }: Size,
): Promise<Group> {
  const formation = { id: newId(), name: 'group' };
  const [applications, members, webhooks] = [applicationEntity(table), formationMemberEntity(table), webhookEntity(table)];
  const webhookIds: string[] = [];
  const chunk = 1000;
  for (let start = 0; start < count; start += chunk) {
    const puts = await Promise.all(
      Array.from({ length: Math.min(chunk, count - start) }, async (_, index) => {
        const webhookId = newId();
        webhookIds.push(webhookId);
        const application = anApplication({
          tenant,
          name: `application-${start + index}`,
          formations: { [formation.id]: formation.name },
          configurationWebhookIds: [webhookId],
        });
        const { secret } = newSigningKey('SYMMETRIC');
        const webhook = {
          owner: { tenant, kind: 'application', id: application.id },
          id: webhookId,
          type: 'CONFIGURATION_CHANGED',
          url: urls[(start + index) % urls.length] ?? '',
          secrets: [await sealer.seal(webhookSealingContext(tenant, webhookId), secret)],
          createdAt: application.createdAt,
          version: 1,
          changedBy: 'user/alice',
        } as const;
        return [
          applications.build(BatchPutRequest).item(toItem(application)).params(),
          ...membershipsOf(application, 'APPLICATION').map((member) => members.build(BatchPutRequest).item(member).params()),
          webhooks.build(BatchPutRequest).item(toWebhookItem(webhook)).params(),
        ];
      }),
    );
    await storeMany(dynamo, puts.flat());
  }
  return { formation, webhookIds };
}
