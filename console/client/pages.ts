export interface Page<Row> {
  readonly data: readonly Row[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly totalCount?: number;
}

export type PageRequest = { readonly first: number; readonly after?: string | undefined };

/** Elements of a page: the most that the APIs answer at once. */
const maxPageElements = 200;

/** The elements of a list in its order, page after page, as they are needed. */
export async function* everyPage<Row>(read: (page: PageRequest) => Promise<Page<Row>>): AsyncGenerator<Page<Row>> {
  let after: string | undefined;
  do {
    const page = await read({ first: maxPageElements, after });
    yield page;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  } while (after !== undefined);
}

/** A page with at least one element, if there is one further on: a list that leaves elements out answers empty pages in between. */
export async function filledPage<Row>(request: PageRequest, read: (page: PageRequest) => Promise<Page<Row>>): Promise<Page<Row>> {
  let page = await read(request);
  while (page.data.length === 0 && page.pageInfo.hasNextPage) page = await read({ ...request, after: page.pageInfo.endCursor });
  return page;
}

/** The first elements of a list, `limit` at most, and how many there are. */
export async function firstRows<Row>(
  limit: number,
  read: (page: PageRequest) => Promise<Page<Row>>,
): Promise<{ readonly rows: readonly Row[]; readonly totalCount: number }> {
  const rows: Row[] = [];
  let totalCount = 0;
  for await (const page of everyPage(read)) {
    rows.push(...page.data);
    totalCount = page.totalCount ?? rows.length;
    if (rows.length >= limit) break;
  }
  return { rows: rows.slice(0, limit), totalCount };
}
