import { randomUUID } from 'node:crypto';
import type { LocalDescription } from '#local/local-description.ts';
import { systemClock } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { administrator } from '../clients.ts';
import type { BudgetRow } from './operations.ts';

interface Surroundings {
  readonly table: ControlPlaneTable;
  /** URL of an endpoint that answers. */
  readonly endpoint: string;
}

/** The rows of the budget table that concern the deliveries of a webhook. */
export function webhookBudgetRows(system: LocalDescription, { table, endpoint }: Surroundings): BudgetRow[] {
  const admin = administrator(system);
  const deliveries = dynamoDeliveries(table);
  const hook = `webhooks: [{type: CONFIGURATION_CHANGED, url: "${endpoint}"}]`;

  /** A webhook to which a delivery failed. */
  const withFailure = async () => {
    const { r } = await admin.director(
      `mutation { r: registerApplication(in: {name: "budget-${randomUUID()}", ${hook}}) { id webhooks { id } } }`,
    );
    const [applicationId, webhookId] = [r.id as string, r.webhooks[0].id as string];
    const id = `msg_${randomUUID()}`;
    const delivery = { id, tenant: tenantId(admin.tenant), applicationId, webhookId, eventId: id, body: '{}' };
    const now = systemClock();
    const claim = await deliveries.claim(delivery, now);
    if (claim.result !== 'claimed') throw new Error(`the delivery is ${claim.result}`);
    await deliveries.fail(delivery, claim, { at: now, duration: 1, status: 500 }, 'ATTEMPTS_EXHAUSTED', now);
    return { applicationId, webhookId, id };
  };
  const row = (given: Omit<BudgetRow, 'prepare'>, query: (failed: Awaited<ReturnType<typeof withFailure>>) => string): BudgetRow => ({
    ...given,
    prepare: async () => {
      const failed = await withFailure();
      return () => admin.director(query(failed));
    },
  });
  const page = 'data { id state failure attempts { timestamp status error body } } pageInfo { hasNextPage }';

  return [
    row(
      { operation: '`deliveries` of an Application, a page', roundTrips: 1, capacity: 'one query, and the head' },
      ({ applicationId }) => `{ deliveries(applicationID: "${applicationId}") { ${page} } }`,
    ),
    row(
      { operation: '`deliveries` to a webhook, a page', roundTrips: 1, capacity: 'one query, and the webhook' },
      ({ webhookId }) => `{ deliveries(webhookID: "${webhookId}") { ${page} } }`,
    ),
    row(
      { operation: '`redeliver`', roundTrips: 3, capacity: '2 RRU and 1 write' },
      ({ id }) => `mutation { redeliver(id: "${id}") { state } }`,
    ),
    row(
      { operation: '`recoverWebhook`, one delivery', roundTrips: 3, capacity: '2 queries and 1 write' },
      ({ webhookId }) => `mutation { recoverWebhook(webhookID: "${webhookId}", since: "2026-01-01T00:00:00Z") }`,
    ),
    row(
      { operation: '`testWebhook`', roundTrips: 5, capacity: '2 reads and 3 writes' },
      ({ webhookId }) => `mutation { testWebhook(webhookID: "${webhookId}") { status } }`,
    ),
  ];
}
