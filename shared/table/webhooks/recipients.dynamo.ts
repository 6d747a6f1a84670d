import * as z from 'zod';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { batchRead } from '#shared/table/batch-read.dynamo.ts';
import { type ControlPlaneTable, headKey, ownerPartition } from '#shared/table/control-plane-table.ts';
import type { Recipient, Recipients } from '#shared/webhooks/recipient.ts';

const applicationImage = z.object({
  id: z.string(),
  formations: z.record(z.string(), z.string()),
  updatedAt: z.string(),
  configurationWebhookIds: z.array(z.string()),
  applicationTemplateID: z.string().optional(),
});
type ApplicationImage = z.infer<typeof applicationImage>;

const templateImage = z.object({ id: z.string(), configurationWebhookIds: z.array(z.string()) });

export function dynamoRecipients(table: ControlPlaneTable, firstDelay?: number): Recipients {
  const readHeads = (tenant: TenantId, kind: 'application' | 'application_template', ids: readonly string[], attributes: string) =>
    batchRead(
      table,
      ids.map((id) => ({ pk: ownerPartition(tenant, kind, id), sk: headKey })),
      { attributes, firstDelay },
    );

  const webhooksOfTemplates = async (tenant: TenantId, applications: readonly ApplicationImage[]): Promise<Map<string, string[]>> => {
    const ids = new Set(applications.flatMap((one) => templateOf(one) ?? []));
    const templates = await readHeads(tenant, 'application_template', [...ids], 'id, configurationWebhookIds');
    return new Map(
      templates.map((item) => templateImage.parse(item)).map(({ id, configurationWebhookIds }) => [id, configurationWebhookIds]),
    );
  };

  return {
    findMany: async (tenant, applicationIds) => {
      const items = await readHeads(
        tenant,
        'application',
        applicationIds,
        'id, formations, updatedAt, configurationWebhookIds, applicationTemplateID',
      );
      const applications = items.map((item) => applicationImage.parse(item));
      const ofTemplates = await webhooksOfTemplates(tenant, applications);
      return applications.map((one) => recipientOf(one, ofTemplates));
    },
  };
}

/** The template whose webhooks serve an Application without webhooks of its own. */
const templateOf = ({ applicationTemplateID, configurationWebhookIds }: ApplicationImage): string | undefined =>
  configurationWebhookIds.length === 0 ? applicationTemplateID : undefined;

function recipientOf(application: ApplicationImage, ofTemplates: ReadonlyMap<string, string[]>): Recipient {
  const { id: applicationId, formations, updatedAt: changedAt, configurationWebhookIds: webhookIds } = application;
  const template = templateOf(application);
  return template === undefined
    ? { applicationId, formations, changedAt, webhookIds }
    : { applicationId, formations, changedAt, webhookIds: ofTemplates.get(template) ?? [], applicationTemplateId: template };
}
