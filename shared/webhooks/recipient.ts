import type { TenantId } from '../core/tenant-id.ts';

/** The fields of an Application that a fan-out needs. */
export interface Recipient {
  readonly applicationId: string;
  readonly formations: Readonly<Record<string, string>>;
  /** Its own CONFIGURATION_CHANGED webhooks; without any, those of the template that it was made from. */
  readonly webhookIds: readonly string[];
  /** The template whose webhooks they are. */
  readonly applicationTemplateId?: string;
}

export interface Recipients {
  /** The Applications among `applicationIds` (100 at most) that exist; one batch read, and one more where templates have a say; consistent. */
  findMany(tenant: TenantId, applicationIds: readonly string[]): Promise<Recipient[]>;
}
