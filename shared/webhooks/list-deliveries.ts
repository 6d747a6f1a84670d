import * as z from 'zod';
import { type Actor, actsForTenant, requireOwnership } from '../core/actor.ts';
import { invalidData, notFound } from '../core/errors.ts';
import { emptyPage, type Page, type PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { optional, time, validate } from '../core/validate.ts';
import type { DeliveryFilter, DeliveryLog, LoggedDelivery, LogOf } from './delivery-log.ts';
import { deliveryStates } from './delivery-record.ts';
import { ownWebhook } from './own-webhook.ts';
import type { WebhookRepository } from './webhook-repository.ts';

interface Deps {
  readonly webhooks: Pick<WebhookRepository, 'findById'>;
  readonly applications: { find(tenant: TenantId, id: string): Promise<object | undefined> };
  readonly deliveryLog: Pick<DeliveryLog, 'list'>;
}

export interface Selection {
  readonly applicationID?: string | null;
  readonly webhookID?: string | null;
  readonly filter?: object | null;
}

const filterFields = z.object({
  states: optional(z.array(z.enum(deliveryStates)).max(deliveryStates.length)),
  eventTypes: optional(z.array(z.string().max(64)).max(20)),
  from: optional(time),
  to: optional(time),
});

/**
 * A page of the deliveries of an Application, or to a webhook: for those who act for the tenant, and for the Application about its own webhooks. Throws
 * NotFound, the same for what is another's as for what there is not; InvalidData.
 */
export async function listDeliveries(selection: Selection, page: PageRequest, actor: Actor, deps: Deps): Promise<Page<LoggedDelivery>> {
  const of = logOf(selection, actor);
  const isOwn = !actsForTenant(actor) && 'applicationId' in of;
  const filter: DeliveryFilter = { ...validate('DeliveryFilter', filterFields, selection.filter ?? {}), isOwn };
  const isEmpty = filter.states?.length === 0 || filter.eventTypes?.length === 0;
  const [listed] = await Promise.all([isEmpty ? emptyPage : deps.deliveryLog.list(of, filter, page), requireSubject(of, actor, deps)]);
  return listed;
}

async function requireSubject(of: LogOf, actor: Actor, { webhooks, applications }: Deps): Promise<void> {
  if ('webhookId' in of) await ownWebhook(of.webhookId, actor, webhooks);
  else if (!(await applications.find(of.tenant, of.applicationId))) throw notFound('application', of.applicationId);
}

function logOf({ applicationID, webhookID }: Selection, actor: Actor): LogOf {
  if (webhookID && !applicationID) return { tenant: actor.tenant, webhookId: webhookID };
  if (!applicationID || webhookID) throw invalidData('deliveries', { of: 'exactly one of applicationID and webhookID is required' });
  requireOwnership(actor, 'application', applicationID);
  return { tenant: actor.tenant, applicationId: applicationID };
}
