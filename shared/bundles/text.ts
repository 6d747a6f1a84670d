import { newId } from '../core/ids.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { FetchRequest } from './fetch-request.ts';

/** The largest text of a specification or document that a request may hold, or an answer, in bytes. */
export const maxTextBytes = 5 * 1024 * 1024;

/** The largest text that is fetched, in bytes. */
export const maxFetchedBytes = 64 * 1024 * 1024;

/** Seconds for which the address of a text is valid. */
export const downloadSeconds = 15 * 60;

/** A text of more bytes is an object in the bucket instead of an item in the table. */
export const maxItemTextBytes = 64 * 1024;

/** Location and size of a text. */
export interface TextLocation {
  readonly bytes: number;
  /** Key of the object that holds the text; without it, an item of the table does. */
  readonly objectKey?: string;
}

/** An object with a text, which is stored apart so that reading an Application does not read it. */
export interface WithText {
  readonly tenant: TenantId;
  readonly applicationId: string;
  readonly id: string;
  readonly text?: TextLocation;
  /** The source of the text, unless it was given. */
  readonly fetchRequest?: FetchRequest;
}

/** Returns true if an answer can hold the text. */
export const fitsAnswer = ({ bytes }: TextLocation): boolean => bytes <= maxTextBytes;

/** A text that its owner does not refer to yet, with its location. */
export interface NewText extends TextLocation {
  readonly tenant: TenantId;
  readonly applicationId: string;
  readonly ownerId: string;
  /** Absent if the object is stored already. */
  readonly data?: string;
}

type Owner = Pick<WithText, 'tenant' | 'applicationId' | 'id'>;

/** A text that is not stored yet. */
export function newText(owner: Owner, data: string): NewText {
  const bytes = Buffer.byteLength(data);
  return { ...ownedBy(owner), data, bytes, ...(bytes > maxItemTextBytes && { objectKey: newObjectKey(owner) }) };
}

/** A text that is stored as an object already. */
export const storedText = (owner: Owner, objectKey: string, bytes: number): NewText => ({ ...ownedBy(owner), objectKey, bytes });

const ownedBy = ({ tenant, applicationId, id }: Owner) => ({ tenant, applicationId, ownerId: id });

/** Each text gets a new object key: objects are never overwritten, and a deleted key is never used again. */
export const newObjectKey = ({ tenant, applicationId, id }: Owner): string => `${objectPrefix(tenant, applicationId)}${id}/${newId()}`;

/** Prefix of the keys of all objects of an Application. */
export const objectPrefix = (tenant: TenantId, applicationId: string): string => `${tenant}/${applicationId}/`;

export const locationOf = ({ bytes, objectKey }: TextLocation): TextLocation => ({ bytes, ...(objectKey && { objectKey }) });
