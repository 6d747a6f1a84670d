import type { Actor } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import { mapConcurrently } from '../core/map-concurrently.ts';
import { type PageRequest, pagesOf } from '../core/page.ts';
import type { Formation } from '../formations/formation.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import { configurationDelivery } from '../webhooks/configuration-delivery.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import type { DeliveryRepository } from '../webhooks/delivery-record.ts';
import { type AssessDeps, type Assessed, assessMembers } from './assess-members.ts';
import { timeOf } from './participant-change.ts';
import { standingOf } from './told-application.ts';

interface Deps extends AssessDeps {
  readonly formations: Pick<FormationRepository, 'find' | 'listMembers'>;
  readonly deliveries: Pick<DeliveryRepository, 'restart' | 'adopt'>;
}

interface Options {
  /** True to notify Applications that are READY, too. */
  readonly reset: boolean;
}

/** Maximum number of notifications of one call, so that it ends within the time of a request. */
const maxSent = 10_000;
/** Members of a page, so that 100,000 of which none is due are walked within the time of a request. */
const pageSize = 1_000;
const atOnce = 50;

/**
 * Has the notifications of the latest change of a formation begin anew for Applications that are not READY, as due work of the table: those that ended by
 * their records, and those without a record with the ids that they would have had. Those under way stay as they are, so that a repetition changes nothing
 * until they have ended. Throws NotFound.
 */
export async function resynchronizeFormation(id: string, { reset }: Options, { tenant }: Actor, deps: Deps): Promise<Formation> {
  const formation = await deps.formations.find(tenant, id);
  if (!formation) throw notFound('formation', id);
  let sent = 0;
  const listApplications = (page: PageRequest) => deps.formations.listMembers(tenant, id, 'APPLICATION', page);
  for await (const members of pagesOf(listApplications, pageSize)) {
    const assessed = await assessMembers(members, formation, deps, { forgets: !reset });
    const due = assessed.flatMap((one) => notificationsOf(one, formation, reset));
    sent += (await mapConcurrently(due, atOnce, (one) => sendAgain(one, deps))).filter((isSent) => isSent).length;
    if (sent >= maxSent) break;
  }
  return formation;
}

interface Notification {
  readonly delivery: Delivery;
  readonly isRecorded: boolean;
}

/** The notifications that are to begin anew, of one Application. */
function notificationsOf({ told }: Assessed, formation: Formation, reset: boolean): Notification[] {
  if (!told) return [];
  const { change, recipient, tellings } = told;
  const metadata = { eventId: change.eventId, tenant: formation.tenant, occurredAt: timeOf(change).toISOString() };
  const { applicationId } = recipient;
  const content = {
    applicationId,
    ...(change.objectId !== applicationId && { runtimeId: change.objectId }),
    formations: [{ id: formation.id, name: formation.name }],
    reason: change.type === 'ASSIGN' ? ('FormationAssigned' as const) : ('FormationUnassigned' as const),
  };
  return tellings
    .filter((telling) => telling.record?.state !== 'PENDING' && (reset || standingOf(telling, change).state !== 'READY'))
    .map(({ webhookId, record }) => ({
      delivery: configurationDelivery(webhookId, recipient, metadata, content),
      isRecorded: record !== undefined,
    }));
}

/** Returns false for one that another caller sent, and for one that was attempted too often. */
async function sendAgain({ delivery, isRecorded }: Notification, { deliveries, clock }: Deps): Promise<boolean> {
  if (isRecorded) return (await deliveries.restart(delivery.tenant, delivery.id, clock())) !== undefined;
  return deliveries.adopt(delivery, clock());
}
