import { useState } from 'react';
import type { Send } from '../client/api-client.ts';
import type { Page, PageRequest } from '../client/pages.ts';
import { type Query, useReading } from '../client/use-query.ts';

/** Rows of a page of a list. */
const pageRows = 50;

export interface Paging<Row> extends Query<Page<Row>> {
  readonly pageNumber: number;
  readonly pageCount: number;
  /** True while the number of pages is not known: there is at least one more. */
  readonly openEnd: boolean;
  readonly turnTo: (page: number) => void;
}

/** Reads a list page by page, as the APIs answer it: forward, and back to the pages that were read. */
export function usePaging<Row>(
  key: string,
  read: (send: Send, page: PageRequest, signal: AbortSignal) => Promise<Page<Row>>,
  options: { readonly everyMs?: number } = {},
): Paging<Row> {
  const [turned, setTurned] = useState<{ readonly key: string; readonly cursors: readonly (string | undefined)[]; readonly at: number }>({
    key,
    cursors: [undefined],
    at: 0,
  });
  // Another list begins at its first page.
  const { cursors, at } = turned.key === key ? turned : { cursors: [undefined], at: 0 };
  const query = useReading(`${key} ${at}`, (send, signal) => read(send, { first: pageRows, after: cursors[at] }, signal), options);
  const info = query.data?.pageInfo;
  return {
    ...query,
    pageNumber: at + 1,
    pageCount: Math.max(cursors.length, at + 1 + (info?.hasNextPage ? 1 : 0)),
    openEnd: info?.hasNextPage ?? false,
    turnTo: (page) => {
      const next = [...cursors];
      if (info?.hasNextPage && !query.loading) next[at + 1] = info.endCursor;
      if (page - 1 < next.length) setTurned({ key, cursors: next, at: page - 1 });
    },
  };
}
