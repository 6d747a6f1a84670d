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
