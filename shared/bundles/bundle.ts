import type { TenantId } from '../core/tenant-id.ts';
import type { NewText, WithText } from './text.ts';

export interface Owned {
  readonly tenant: TenantId;
  readonly applicationId: string;
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Author of the latest change, as `kind/id`. */
  readonly changedBy: string;
}

/** A group of definitions that an Application offers under one set of credentials. */
export interface Bundle extends Owned {
  readonly name: string;
  readonly description?: string;
  /** A JSON Schema that the input of a credential request must satisfy. */
  readonly instanceAuthRequestInputSchema?: string;
  /** Sealed JSON of the credentials that every Runtime may use. */
  readonly defaultInstanceAuth?: string;
  /** Names by which clients find the same bundle elsewhere. */
  readonly correlationIDs?: string[];
}

export interface DefinitionVersion {
  readonly value: string;
  readonly deprecated?: boolean;
  readonly deprecatedSince?: string;
  readonly forRemoval?: boolean;
}

/** A specification without its text, which is stored apart. */
export interface SpecHeader {
  readonly type: string;
  readonly format: string;
}

interface Definition extends Owned, WithText {
  /** Absent if it is in no bundle. */
  readonly bundleId?: string;
  readonly name: string;
  readonly description?: string;
  readonly group?: string;
  readonly apiVersion?: DefinitionVersion;
  readonly spec?: SpecHeader;
}

export interface ApiDefinition extends Definition {
  readonly targetURL: string;
}

export type EventDefinition = Definition;

export interface Document extends Owned, WithText {
  readonly bundleId: string;
  readonly title: string;
  readonly displayName: string;
  readonly description: string;
  readonly format: 'MARKDOWN';
  readonly kind?: string;
}

/** A bundle with everything in it, as it is added in one step. */
export interface BundleContents {
  readonly bundle: Bundle;
  readonly apiDefinitions: readonly ApiDefinition[];
  readonly eventDefinitions: readonly EventDefinition[];
  readonly documents: readonly Document[];
  /** The texts of all of them. */
  readonly texts: readonly NewText[];
}

/** The next version of anything an Application owns, stamped with who changed it and when. */
export function changeOwned<T extends Owned>(current: T, change: Partial<Omit<T, keyof Owned>>, changedBy: string, now: Date): T {
  return { ...current, ...change, version: current.version + 1, updatedAt: now.toISOString(), changedBy };
}
