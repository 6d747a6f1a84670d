import { type Page, type PageRequest, type WantedPage, wantedPage } from '#shared/core/page.ts';
import type { Labels } from '#shared/labels/label.ts';
import { type LabelFilter, labelMatcher } from '#shared/labels/label-filter.ts';

interface Listing<T> {
  readonly list: (page: PageRequest) => Promise<Page<T>>;
  readonly count: () => Promise<number>;
  readonly key: (one: T) => string;
}

/** Number of elements that the first query of a walk reads: enough for labels that many have. */
const firstWalked = 200;

/** Number of elements that each further query reads at most; one of DynamoDB ends after 1 MB. */
const thenWalked = 2000;

/** A page of a listing; with label filters it walks on until the page is full, so a rare label costs reading the listing once. */
export async function filteredPage<T>(
  filters: readonly LabelFilter[],
  request: WantedPage,
  listing: Listing<T> & { readonly labels: (one: T) => Labels },
) {
  const matches = filters.length === 0 ? undefined : labelMatcher(filters);
  return chosenPage(matches && ((one: T) => matches(listing.labels(one))), request, listing);
}

/** A page of those elements of a listing that are chosen, all of them without a choice. */
export async function chosenPage<T>(isChosen: ((one: T) => boolean) | undefined, request: WantedPage, listing: Listing<T>) {
  if (!isChosen) return { page: await wantedPage(request, listing.list), count: listing.count };
  const chosen = (from: string | undefined, wanted: number) => walk(isChosen, from, wanted, listing);
  const { first, after, offset } =
    'offset' in request ? { ...request, first: request.size, after: undefined } : { after: undefined, ...request, offset: 0 };
  const found = (await chosen(after, offset + first + 1)).slice(offset);
  const data = found.slice(0, first);
  const last = data.at(-1);
  const isRest = found.length <= first;
  const page: Page<T> = !isRest && last ? { data, next: listing.key(last) } : { data };
  const isAll = isRest && after === undefined && offset === 0;
  return { page, count: async () => (isAll ? data : await chosen(undefined, Number.POSITIVE_INFINITY)).length };
}

/** The first element of a listing that is chosen. Pages after its own are not read. */
export async function firstChosen<T>(isChosen: (one: T) => boolean, list: Listing<T>['list']): Promise<T | undefined> {
  const [first] = await walk(isChosen, undefined, 1, { list });
  return first;
}

async function walk<T>(
  isChosen: (one: T) => boolean,
  from: string | undefined,
  wanted: number,
  { list }: Pick<Listing<T>, 'list'>,
): Promise<T[]> {
  const found: T[] = [];
  let page = await list({ first: firstWalked, after: from });
  found.push(...page.data.filter(isChosen));
  while (found.length < wanted && page.next !== undefined) {
    page = await list({ first: thenWalked, after: page.next });
    found.push(...page.data.filter(isChosen));
  }
  return found;
}
