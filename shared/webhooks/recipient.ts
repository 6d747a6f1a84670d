import type { TenantId } from '../core/tenant-id.ts';

/** What a fan-out needs to know of an Application. */
export interface Recipient {
  readonly applicationId: string;
  readonly formations: Readonly<Record<string, string>>;
  readonly webhookIds: readonly string[];
}

export interface Recipients {
  /** The Applications among `applicationIds` (100 at most) that exist; one batch read, consistent. */
  findMany(tenant: TenantId, applicationIds: readonly string[]): Promise<Recipient[]>;
}
