import { encodeCursor, type Page, pageRequest, type WantedPage } from '#shared/core/page.ts';

interface Arguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page in the form of the schema. The total is counted only if it is selected. */
export const wirePage = <T, R>(page: Page<T>, input: Arguments, toModel: (one: T) => R, total: () => Promise<number>) => ({
  ...uncountedPage({ ...page, data: page.data.map(toModel) }, input),
  totalCount: total as unknown as number,
});

/** A page in the form of the schema, of a list without a total. */
export const uncountedPage = <T>({ data, next }: Page<T>, { after }: Arguments) => ({
  data: [...data],
  pageInfo: {
    startCursor: after ?? '',
    endCursor: next === undefined ? '' : encodeCursor(next),
    hasNextPage: next !== undefined,
  },
});

/** A page of what is in memory already, in the order of its ids: what is added or deleted between two pages neither hides nor repeats others. */
export function pageOfList<T>(items: readonly T[], wanted: WantedPage, idOf: (one: T) => string): Page<T> {
  const first = 'offset' in wanted ? wanted.size : wanted.first;
  const rest = restOf(items, wanted, idOf);
  const data = rest.slice(0, first);
  const last = data.at(-1);
  return last !== undefined && rest.length > first ? { data, next: idOf(last) } : { data };
}

function restOf<T>(items: readonly T[], wanted: WantedPage, idOf: (one: T) => string): readonly T[] {
  if ('offset' in wanted) return items.slice(wanted.offset);
  const { after } = wanted;
  return after === undefined ? items : items.filter((one) => idOf(one) > after);
}

/** A page of objects in memory, in the form of the schema. */
export const pageOfParts = <T extends { readonly id: string }>(parts: readonly T[], input: Arguments) =>
  wirePage(
    pageOfList(parts, pageRequest(input.first, input.after), ({ id }) => id),
    input,
    (part) => part,
    async () => parts.length,
  );
