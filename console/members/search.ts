import type { Send } from '../client/api-client.ts';
import { everyPage, type Page, type PageRequest } from '../client/pages.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Rows that a search shows at most. A longer search term finds fewer. */
const maxFoundRows = 200;

/**
 * Finds rows by a part of their name, in any case, or by their whole id. The APIs filter by labels only, so that the whole list is read, 200 rows a
 * call; it ends early with enough rows.
 */
export async function searched<Row extends Named>(
  term: string,
  send: Send,
  read: (send: Send, page: PageRequest) => Promise<Page<Row>>,
): Promise<Page<Row>> {
  const wanted = term.toLowerCase();
  const found: Row[] = [];
  let complete = true;
  for await (const page of everyPage((request) => read(send, request))) {
    found.push(...page.data.filter(({ id, name }) => name.toLowerCase().includes(wanted) || id === term));
    complete = found.length < maxFoundRows;
    if (!complete) break;
  }
  return {
    data: found.slice(0, maxFoundRows),
    pageInfo: { endCursor: '', hasNextPage: false },
    ...(complete ? { totalCount: found.length } : {}),
  };
}
