import type { Page, PageRequest } from '#shared/core/page.ts';
import type { Labels } from '#shared/labels/label.ts';
import { type LabelFilter, matchesAll } from '#shared/labels/label-filter.ts';

interface Listing<T> {
  readonly list: (page: PageRequest) => Promise<Page<T>>;
  readonly count: () => Promise<number>;
  readonly labels: (one: T) => Labels;
  readonly key: (one: T) => string;
}

const walkedAtOnce = 200;

/** A page of a listing; with label filters it walks on until the page is full, so a rare label costs reading the listing. */
export async function filteredPage<T>(filters: readonly LabelFilter[], request: PageRequest, listing: Listing<T>) {
  if (filters.length === 0) return { page: await listing.list(request), count: listing.count };
  const matching = (from: string | undefined, wanted: number) => walk(filters, from, wanted, listing);
  const found = await matching(request.after, request.first + 1);
  const data = found.slice(0, request.first);
  const last = data.at(-1);
  const page: Page<T> = found.length > request.first && last ? { data, next: listing.key(last) } : { data };
  return { page, count: async () => (await matching(undefined, Number.POSITIVE_INFINITY)).length };
}

async function walk<T>(filters: readonly LabelFilter[], from: string | undefined, wanted: number, listing: Listing<T>): Promise<T[]> {
  const found: T[] = [];
  let after = from;
  do {
    const page = await listing.list({ first: walkedAtOnce, after });
    found.push(...page.data.filter((one) => matchesAll(listing.labels(one), filters)));
    after = page.next;
  } while (after !== undefined && found.length < wanted);
  return found;
}
