import type { TenantId } from '../core/tenant-id.ts';
import type { ApiDefinition, Bundle, BundleContents, Document, EventDefinition } from './bundle.ts';
import type { BundleDetails } from './bundle-details.ts';
import type { NewText } from './text.ts';

/** Key of one part of an Application, without an index. */
export interface PartKey {
  readonly tenant: TenantId;
  readonly applicationId: string;
  readonly bundleId?: string;
  readonly id: string;
}

/**
 * Reads and writes one kind of object of a bundle, or directly of an Application, with its text if the table holds it. Throws QuotaExceeded for more
 * than the Application may have.
 */
export interface PartRepository<T> {
  /** Throws NotFound when the bundle, or the Application, does not exist. */
  insert(next: T, text?: NewText): Promise<void>;
  /** Strongly consistent. */
  find(key: PartKey): Promise<T | undefined>;
  findById(tenant: TenantId, id: string): Promise<T | undefined>;
  /**
   * Writes an object and its text, and deletes its earlier text from the table if it is no longer referred to. Throws ConcurrentUpdate unless
   * `previous` is stored.
   */
  replace(next: T, previous: T, text?: NewText): Promise<void>;
  delete(current: T): Promise<void>;
}

export interface BundleRepository {
  /** Adds a bundle with its contents. Throws NotFound if the Application does not exist, QuotaExceeded if that is more than it may have. */
  insert(contents: BundleContents): Promise<void>;
  findById(tenant: TenantId, id: string): Promise<Bundle | undefined>;
  exists(bundle: Pick<Bundle, 'tenant' | 'applicationId' | 'id'>): Promise<boolean>;
  /** Strongly consistent, by one query, continued beyond 1 MB. Throws AnswerTooLarge for a bundle stored before there were quotas that is far beyond them. */
  details(bundle: Pick<Bundle, 'tenant' | 'applicationId' | 'id'>): Promise<BundleDetails | undefined>;
  /** Throws ConcurrentUpdate unless `current` is what is stored. */
  replace(next: Bundle, current: Bundle): Promise<void>;
  /** Deletes it with everything in it. */
  delete(bundle: Bundle): Promise<void>;
  /** Texts in the table by the ids of their owners; one batch read per 100. */
  itemTexts(tenant: TenantId, applicationId: string, ownerIds: readonly string[]): Promise<Map<string, string>>;
  readonly apiDefinitions: PartRepository<ApiDefinition>;
  readonly eventDefinitions: PartRepository<EventDefinition>;
  readonly documents: PartRepository<Document>;
}
