import type { TenantId } from '../core/tenant-id.ts';

/** The fields of an Application that a fan-out needs. */
export interface Recipient {
  readonly applicationId: string;
  readonly formations: Readonly<Record<string, string>>;
  /** Time of its latest change. */
  readonly changedAt: string;
  /** Its own CONFIGURATION_CHANGED webhooks; without any, those of its template. */
  readonly webhookIds: readonly string[];
  /** The template whose webhooks they are. */
  readonly applicationTemplateId?: string;
}

export interface Recipients {
  /** The existing Applications among `applicationIds` (at most 100): one consistent batch read, and one more for templates. */
  findMany(tenant: TenantId, applicationIds: readonly string[]): Promise<Recipient[]>;
}
