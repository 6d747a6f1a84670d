import type { ReactNode } from 'react';
import type { Query } from '../client/use-query.ts';
import { Failure } from './failure.tsx';
import { Waiting } from './waiting.tsx';
import { Warning } from './warning.tsx';

interface FoundProps<Answer> {
  readonly query: Query<Answer>;
  readonly children: (answer: NonNullable<Answer>) => ReactNode;
}

/** The answer of a query: while it is on its way, if it failed, and if there is nothing. */
export function Found<Answer>({ query, children }: FoundProps<Answer>) {
  const { data, failure, loading, reload } = query;
  return (
    <>
      <Failure failure={failure} onRetry={reload} />
      {data === undefined && loading && <Waiting />}
      {data === null && <Warning title="It is not there.">It may have been deleted, or be of another tenant. Go back to the list.</Warning>}
      {data !== undefined && data !== null && children(data)}
    </>
  );
}
