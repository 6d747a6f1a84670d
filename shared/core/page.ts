import { invalidRequest } from './errors.ts';
import { isUuid } from './ids.ts';

export const defaultPageSize = 200;
const maxPageSize = 200;

/** `after` is the key of the last element of the page before, as the repository understands it. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string;
}

/** A page behind so many elements. Cursors of the original count them. */
interface OffsetRequest {
  readonly size: number;
  readonly offset: number;
}

/** A page as a caller asks for it. */
export type WantedPage = PageRequest | OffsetRequest;

export interface Page<T> {
  readonly data: readonly T[];
  /** Start of the next page; absent on the last one. */
  readonly next?: string;
}

/** Reads `first` and an opaque cursor, ours or the original's; throws InvalidData outside 1 and the largest page, and for another cursor. */
export function pageRequest(first?: number | null, cursor?: string | null, largest = maxPageSize): WantedPage {
  const size = first ?? defaultPageSize;
  if (size < 1 || size > largest) throw invalidRequest(`page size must be between 1 and ${largest}`);
  if (!cursor) return { first: size };
  const text = Buffer.from(cursor, 'base64url').toString();
  const offset = offsetIn(text);
  return offset === undefined ? { first: size, after: keyIn(text) } : { size, offset };
}

/** Reads the same for a list in the order of its ids; also throws InvalidData for a cursor that names no id. */
export function wantedIdPage(first?: number | null, cursor?: string | null): WantedPage {
  const page = pageRequest(first, cursor);
  if ('after' in page && page.after !== undefined && !isUuid(page.after)) throw wrongCursor();
  return page;
}

/** Reads the same with our cursors alone. */
export function idPageRequest(first?: number | null, cursor?: string | null): PageRequest {
  const page = wantedIdPage(first, cursor);
  if ('offset' in page) throw wrongCursor();
  return page;
}

/** Elements that are passed over by one read. */
const passedOver = 2000;

/**
 * Finds where a wanted page begins; undefined beyond the end of the list. An offset costs reading the elements before it, for which `list` may answer
 * less of each than is wanted.
 */
export async function keyedPage(wanted: WantedPage, list: (page: PageRequest) => Promise<Page<unknown>>): Promise<PageRequest | undefined> {
  if (!('offset' in wanted)) return wanted;
  let left = wanted.offset;
  let after: string | undefined;
  while (left > 0) {
    const page = await list({ first: Math.min(left, passedOver), ...(after !== undefined && { after }) });
    if (page.next === undefined) return undefined;
    left -= page.data.length;
    after = page.next;
  }
  return { first: wanted.size, ...(after !== undefined && { after }) };
}

/** Reads a wanted page of a list. */
export async function wantedPage<T>(wanted: WantedPage, list: (page: PageRequest) => Promise<Page<T>>): Promise<Page<T>> {
  const request = await keyedPage(wanted, list);
  return request ? list(request) : emptyPage;
}

const wrongCursor = () => invalidRequest('cursor is not correct');

const cursorPrefix = 'c1:';

export const encodeCursor = (key: string): string => Buffer.from(cursorPrefix + key).toString('base64url');

/** Maximum bytes of a sort key. */
const maxKeyBytes = 1024;

/** The number of elements in a cursor of the original. */
function offsetIn(text: string): number | undefined {
  const [, digits] = /^DpKtJ4j9jDq(\d{1,9})$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function keyIn(text: string): string {
  const key = text.slice(cursorPrefix.length);
  if (!text.startsWith(cursorPrefix) || key === '' || Buffer.byteLength(key) > maxKeyBytes) {
    throw wrongCursor();
  }
  return key;
}

/** Reads a list from `after` to its end, the next page of `first` elements when it is asked for. Default of `after`: the beginning. */
export async function* pagesOf<T>(
  list: (page: PageRequest) => Promise<Page<T>>,
  first: number,
  after?: string,
): AsyncGenerator<readonly T[], void> {
  let from = after;
  do {
    const page = await list({ first, after: from });
    yield page.data;
    from = page.next;
  } while (from !== undefined);
}

export const emptyPage: Page<never> = { data: [] };
