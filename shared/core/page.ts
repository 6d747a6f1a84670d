import { invalidRequest } from './errors.ts';
import { isUuid } from './ids.ts';

export const defaultPageSize = 200;
const maxPageSize = 200;

/** `after` is the key of the last element of the page before, as the repository understands it. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string;
}

export interface Page<T> {
  readonly data: readonly T[];
  /** Start of the next page; absent on the last one. */
  readonly next?: string;
}

/** Reads `first` and an opaque cursor; throws InvalidData outside 1 and the largest page, and for a cursor we did not make. */
export function pageRequest(first?: number | null, cursor?: string | null, largest = maxPageSize): PageRequest {
  const size = first ?? defaultPageSize;
  if (size < 1 || size > largest) throw invalidRequest(`page size must be between 1 and ${largest}`);
  return cursor ? { first: size, after: decodeCursor(cursor) } : { first: size };
}

/** Reads the same for a list in the order of its ids; also throws InvalidData for a cursor that names no id. */
export function idPageRequest(first?: number | null, cursor?: string | null): PageRequest {
  const page = pageRequest(first, cursor);
  if (page.after !== undefined && !isUuid(page.after)) throw wrongCursor();
  return page;
}

const wrongCursor = () => invalidRequest('cursor is not correct');

const cursorPrefix = 'c1:';

export const encodeCursor = (key: string): string => Buffer.from(cursorPrefix + key).toString('base64url');

/** Maximum bytes of a sort key. */
const maxKeyBytes = 1024;

function decodeCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
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
