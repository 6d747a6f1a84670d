export interface Page<Row> {
  readonly data: readonly Row[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

/** The part of a list that a request asks for; without `after` from its beginning. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | undefined;
}

/** Elements of a page: the most that the APIs answer at once. */
const pageSize = 200;

/** The elements of a list, in its order, page after page as they are needed. */
export async function* everyPage<Row>(read: (page: PageRequest) => Promise<Page<Row>>): AsyncGenerator<Row> {
  let after: string | undefined;
  do {
    const { data, pageInfo } = await read({ first: pageSize, after });
    yield* data;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after !== undefined);
}

/** The first elements of a list; all of them without a limit. */
export async function firstOf<Row>(rows: AsyncIterable<Row>, limit = Number.POSITIVE_INFINITY): Promise<Row[]> {
  const found: Row[] = [];
  if (limit < 1) return found;
  for await (const row of rows) {
    found.push(row);
    if (found.length >= limit) break;
  }
  return found;
}
