import type { Delivery } from './delivery.ts';
import type { WebhookOwner } from './webhook.ts';

/** The owner of the webhook that a delivery goes to. */
export const ownerOf = ({
  tenant,
  applicationId,
  applicationTemplateId,
}: Pick<Delivery, 'tenant' | 'applicationId' | 'applicationTemplateId'>): WebhookOwner =>
  applicationTemplateId === undefined
    ? { tenant, kind: 'application', id: applicationId }
    : { tenant, kind: 'application_template', id: applicationTemplateId };
