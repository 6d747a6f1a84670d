import { headKey, tenantKey } from '#shared/table/control-plane-table.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import type { LogOf } from '#shared/webhooks/delivery-log.ts';

export const keyOf = ({ tenant, id }: Pick<Delivery, 'tenant' | 'id'>) => ({ pk: tenantKey(tenant, 'DELIVERY', id), sk: headKey });

/** The partition of the deliveries of an Application, or to a webhook, in the order of their time. */
export const logOf = (of: LogOf) =>
  'webhookId' in of
    ? ({ index: 'log', partition: tenantKey(of.tenant, 'DELIVERIES', 'WEBHOOK', of.webhookId) } as const)
    : ({ index: 'listing', partition: tenantKey(of.tenant, 'DELIVERIES', 'APP', of.applicationId) } as const);
