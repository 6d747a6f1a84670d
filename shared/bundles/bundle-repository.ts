import type { TenantId } from '../core/tenant-id.ts';
import type { ApiDefinition, Bundle, BundleContents, Document, EventDefinition, SpecText } from './bundle.ts';

/** Reads and writes one kind of thing that stands in a bundle. */
export interface InBundleRepository<T> {
  /** Throws NotFound when the bundle does not exist. */
  insert(next: T, spec?: SpecText): Promise<void>;
  findById(tenant: TenantId, id: string): Promise<T | undefined>;
  /** Writes it and, if given, the text of its specification. Throws ConcurrentUpdate unless the stored version is the expected one. */
  replace(next: T, expectedVersion: number, spec?: SpecText): Promise<void>;
  delete(current: T): Promise<void>;
}

export interface BundleRepository {
  /** Adds a bundle with everything in it. Throws NotFound when the Application does not exist. */
  insert(contents: BundleContents): Promise<void>;
  findById(tenant: TenantId, id: string): Promise<Bundle | undefined>;
  replace(next: Bundle, expectedVersion: number): Promise<void>;
  /** Deletes it with everything in it. */
  delete(bundle: Bundle): Promise<void>;
  /** The texts of these definitions' specifications, by definition id; one batch read for 100. */
  specs(tenant: TenantId, applicationId: string, definitionIds: readonly string[]): Promise<Map<string, string>>;
  readonly apiDefinitions: InBundleRepository<ApiDefinition>;
  readonly eventDefinitions: InBundleRepository<EventDefinition>;
  readonly documents: InBundleRepository<Document>;
}
