import Box from '@cloudscape-design/components/box';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { Tenants } from '../operations/director.generated.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { useSettled } from '../parts/use-settled.ts';

interface Tenant {
  readonly id: string;
  readonly name: string | null;
  readonly type: string | null;
  readonly parents: readonly (string | null)[] | null;
  readonly provider: string;
  readonly initialized: boolean | null;
}

const columns = [
  { id: 'id', header: 'Id', cell: ({ id }: Tenant) => id, isRowHeader: true },
  { id: 'name', header: 'Name', cell: ({ name }: Tenant) => name ?? '–' },
  { id: 'type', header: 'Type', cell: ({ type }: Tenant) => type ?? '–' },
  { id: 'parents', header: 'Parents', cell: ({ parents }: Tenant) => parents?.join(', ') || '–' },
  { id: 'provider', header: 'Provider', cell: ({ provider }: Tenant) => provider },
  { id: 'initialized', header: 'Has objects', cell: ({ initialized }: Tenant) => (initialized ? 'yes' : 'no') },
];

/** The tenants that the user's token names; for an operator all that were described. */
export function TenantsPage() {
  const [term, setTerm] = useState('');
  const searchedTerm = useSettled(term.trim());
  const paging = usePaging(`Tenants ${searchedTerm}`, async (send, page, signal) => {
    const variables = searchedTerm === '' ? page : { ...page, searchTerm: searchedTerm };
    return (await send(Tenants, variables, { signal })).page;
  });
  return (
    <PagedTable
      title="Tenants"
      description="The tenant at the top of the page is the one that every other page shows."
      paging={paging}
      columns={columns}
      rowId={({ id }) => id}
      empty={<Box textAlign="center">No tenant is found.</Box>}
      filter={
        <Input
          type="search"
          ariaLabel="Find tenants"
          placeholder="Part of a name or id"
          value={term}
          onChange={({ detail }) => setTerm(detail.value)}
        />
      }
    />
  );
}
