import * as z from 'zod';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const image = z.looseObject({
  id: z.string(),
  ownerKind: z.enum(['application', 'runtime', 'application_template']),
  ownerId: z.string(),
  disabled: z.object({ reason: z.enum(['GONE', 'FAILING']) }).optional(),
});

/** Its settings concern its owner only; the end of its deliveries concerns operators too. */
export const webhookReader = entityReader(image, {
  created: () => [],
  changed: (before, { id: webhookId, ownerKind, ownerId, disabled }) =>
    disabled && !before.disabled
      ? [{ detailType: 'WebhookDisabled', data: { webhookId, ownerKind, ownerId, reason: disabled.reason } }]
      : [],
  deleted: () => [],
});
