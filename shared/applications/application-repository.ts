import type { ApiDefinition, BundleContents, EventDefinition } from '../bundles/bundle.ts';
import type { BundleDetails } from '../bundles/bundle-details.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { InitialAssignment } from '../formations/formation.ts';
import type { Labels } from '../labels/label.ts';
import type { Inventory, SystemAuth } from '../pairing/system-auth.ts';
import type { Webhook } from '../webhooks/webhook.ts';
import type { Application } from './application.ts';
import type { ApplicationParts, PartsRequest } from './application-parts.ts';

/** An Application with everything that is registered together with it. */
export interface Registration {
  readonly application: Application;
  readonly bundles: readonly BundleContents[];
  readonly webhooks: readonly Webhook[];
  readonly assignments: readonly InitialAssignment[];
}

/** An Application with its nested objects, without the texts of specifications and documents. */
export interface ApplicationDetails {
  readonly application: Application;
  readonly bundles: readonly BundleDetails[];
  /** Definitions in no bundle. */
  readonly apiDefinitions: readonly ApiDefinition[];
  readonly eventDefinitions: readonly EventDefinition[];
  readonly webhooks: readonly Webhook[];
  readonly auths: readonly SystemAuth[];
}

export interface ApplicationRepository {
  /**
   * Stores an Application with its nested objects; readers see all of it or nothing. Throws NotUniqueName if the normalised name is taken, NotFound
   * if the integration system does not exist.
   */
  insert(registration: Registration): Promise<void>;
  find(tenant: TenantId, id: string): Promise<Application | undefined>;
  /** Throws NotFound. */
  get(tenant: TenantId, id: string): Promise<Application>;
  /** Reads everything by one query. Throws AnswerTooLarge for an Application stored before there were quotas that is far beyond them. */
  details(tenant: TenantId, id: string): Promise<ApplicationDetails | undefined>;
  /** Reads an Application with the requested parts: one round trip, 2 if the bundles exceed one answer. */
  read(tenant: TenantId, id: string, parts: PartsRequest): Promise<ApplicationParts | undefined>;
  /** Returns the existing ones among these ids, in any order, in one round trip. */
  findMany(tenant: TenantId, ids: readonly string[]): Promise<Application[]>;
  countBundles(tenant: TenantId, id: string): Promise<number>;
  /** Returns the labels of the existing ones by id, in one round trip. */
  labelsOf(tenant: TenantId, ids: readonly string[]): Promise<ReadonlyMap<string, Labels>>;
  /**
   * Stores an Application; counts of its integration systems and its health check are updated with it. Throws ConcurrentUpdate unless `current` is
   * stored, NotFound for a new integration system that does not exist.
   */
  replace(next: Application, current: Application): Promise<void>;
  /**
   * Stores an Application and deletes the System Auths of the inventory. Throws ConcurrentUpdate unless inventory and stored version are as expected.
   */
  unpair(next: Application, expectedVersion: number, auths: Inventory): Promise<void>;
  /**
   * Deletes an Application with its credentials and webhooks in one transaction. Its other objects become unreachable, and the sweeper deletes them.
   * 3 round trips. Throws ConcurrentUpdate unless the stored version is that of `application`.
   */
  delete(application: Application): Promise<void>;
  /** Lists Applications; `only` names the fields that the caller needs, `id` among them. Default: all. */
  list(tenant: TenantId, page: PageRequest, only?: readonly (keyof Application)[]): Promise<Page<Application>>;
  count(tenant: TenantId): Promise<number>;
}
