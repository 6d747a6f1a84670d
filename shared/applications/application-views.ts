import type { CurrentRevision } from '../configuration/configuration-revision.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { ApplicationParts } from './application-parts.ts';

/**
 * Applications as polls read them: an Application, its first page of bundles with definitions and instance auths, and the ids of the credentials that
 * can call. Of these only what a change of the configuration's revision accompanies is sure to be current: the fields of the configuration.
 */
export interface ApplicationViews {
  /**
   * Reads the existing ones among these ids, in their order, in one round trip for up to 100; in two where some have no view that is current.
   * `revision` is that of the tenant, read before.
   */
  read(tenant: TenantId, ids: readonly string[], revision: CurrentRevision): Promise<ApplicationParts[]>;
}
