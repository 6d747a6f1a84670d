import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import { formationsOf } from '../members/formations-of.ts';
import { ApplicationsForRuntime } from '../operations/director.generated.ts';
import type { JsonValue } from '../operations/operation.ts';
import { ConditionLabel } from '../parts/condition-label.tsx';
import { PagedTable } from '../parts/paged-table.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { hrefTo } from '../shell/place.ts';

interface Visible {
  readonly id: string;
  readonly name: string;
  readonly status: { readonly condition: string };
  readonly labels: Readonly<Record<string, JsonValue>> | null;
  readonly eventingConfiguration: { readonly defaultURL: string } | null;
}

const columns = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ id, name }: Visible) => <Link href={hrefTo(['applications', id])}>{name}</Link>,
    isRowHeader: true,
  },
  { id: 'status', header: 'Status', cell: ({ status }: Visible) => <ConditionLabel condition={status.condition} /> },
  { id: 'formations', header: 'Formations', cell: ({ labels }: Visible) => formationsOf(labels).join(', ') || '–' },
  { id: 'events', header: 'Its events go to', cell: ({ eventingConfiguration }: Visible) => eventingConfiguration?.defaultURL || '–' },
];

/** The Applications that share a formation with a Runtime, as its Agent gets them. */
export function VisibleApplications({ runtimeId }: { readonly runtimeId: string }) {
  const paging = usePaging(
    `visible ${runtimeId}`,
    async (send, page, signal) => (await send(ApplicationsForRuntime, { id: runtimeId, ...page }, { signal })).page,
  );
  return (
    <PagedTable
      title="Applications that it sees"
      level="h2"
      paging={paging}
      columns={columns}
      rowId={({ id }) => id}
      empty={<Box textAlign="center">None: no Application shares a formation with it.</Box>}
    />
  );
}
