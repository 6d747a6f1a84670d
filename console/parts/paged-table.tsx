import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { Failure } from './failure.tsx';
import type { Paging } from './use-paging.ts';

interface PagedTableProps<Row> {
  readonly title: string;
  readonly level?: 'h1' | 'h2';
  readonly description?: string | undefined;
  readonly paging: Paging<Row>;
  readonly columns: readonly TableProps.ColumnDefinition<Row>[];
  readonly rowId: (row: Row) => string;
  readonly empty: ReactNode;
  readonly filter?: ReactNode;
  readonly actions?: ReactNode;
}

/** A list that the APIs answer page by page. */
export function PagedTable<Row>(props: PagedTableProps<Row>) {
  const { title, level = 'h1', paging, columns, rowId, empty, filter, actions, description } = props;
  const { data, failure, loading, reload, pageNumber, pageCount, openEnd, turnTo } = paging;
  return (
    <>
      <Failure failure={failure} onRetry={reload} />
      <Table
        variant={level === 'h1' ? 'full-page' : 'container'}
        header={
          <Header
            variant={level === 'h1' ? 'awsui-h1-sticky' : 'h2'}
            counter={data?.totalCount === undefined ? undefined : `(${data.totalCount.toLocaleString()})`}
            description={description}
            actions={actions}
          >
            {title}
          </Header>
        }
        items={data?.data ?? []}
        columnDefinitions={columns}
        trackBy={rowId}
        loading={loading && !data}
        loadingText={`Loading ${title}`}
        empty={empty}
        filter={filter}
        enableKeyboardNavigation
        ariaLabels={{ tableLabel: title }}
        pagination={
          pageCount > 1 && (
            <Pagination
              currentPageIndex={pageNumber}
              pagesCount={pageCount}
              openEnd={openEnd}
              disabled={loading}
              onChange={({ detail }) => turnTo(detail.currentPageIndex)}
              ariaLabels={{
                nextPageLabel: 'Next page',
                previousPageLabel: 'Previous page',
                paginationLabel: `Pages of ${title}`,
                pageLabel: (page) => `Page ${page}`,
              }}
            />
          )
        }
      />
    </>
  );
}
