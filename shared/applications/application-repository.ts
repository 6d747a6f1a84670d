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

/** An Application with everything under it but the texts of specifications and documents. */
export interface ApplicationDetails {
  readonly application: Application;
  readonly bundles: readonly BundleDetails[];
  /** Those in no bundle. */
  readonly apiDefinitions: readonly ApiDefinition[];
  readonly eventDefinitions: readonly EventDefinition[];
  readonly webhooks: readonly Webhook[];
  readonly auths: readonly SystemAuth[];
}

export interface ApplicationRepository {
  /**
   * All or nothing for readers, however much is nested. Throws NotUniqueName when the normalised name is taken, NotFound when there is no such
   * integration system.
   */
  insert(registration: Registration): Promise<void>;
  find(tenant: TenantId, id: string): Promise<Application | undefined>;
  /** Throws NotFound. */
  get(tenant: TenantId, id: string): Promise<Application>;
  /** Reads everything by one query. Throws AnswerTooLarge for an Application stored before there were quotas that is far beyond them. */
  details(tenant: TenantId, id: string): Promise<ApplicationDetails | undefined>;
  /** Reads it with the parts that are asked for, and no others: one round trip, 2 where the bundles are too many for one answer. */
  read(tenant: TenantId, id: string, parts: PartsRequest): Promise<ApplicationParts | undefined>;
  /** Those that exist, in any order: one round trip, however many. */
  findMany(tenant: TenantId, ids: readonly string[]): Promise<Application[]>;
  countBundles(tenant: TenantId, id: string): Promise<number>;
  /** The labels of those that exist, by their ids: one round trip, however many. */
  labelsOf(tenant: TenantId, ids: readonly string[]): Promise<ReadonlyMap<string, Labels>>;
  /** Stores it; its integration systems and its health check follow. Throws ConcurrentUpdate unless `current` is what is stored, NotFound for a new integration system. */
  replace(next: Application, current: Application): Promise<void>;
  /** Stores it and deletes its System Auths, which are those of the inventory. Throws ConcurrentUpdate unless that and the stored version are as expected. */
  unpair(next: Application, expectedVersion: number, auths: Inventory): Promise<void>;
  /**
   * Deletes it: its credentials and webhooks end in the same moment, and no request gets at what is under it any more, which the sweeper deletes.
   * 3 round trips, whatever that is. Throws ConcurrentUpdate unless the stored version is that of `application`.
   */
  delete(application: Application): Promise<void>;
  list(tenant: TenantId, page: PageRequest): Promise<Page<Application>>;
  count(tenant: TenantId): Promise<number>;
}
