import Box from '@cloudscape-design/components/box';
import Input from '@cloudscape-design/components/input';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { type ReactNode, useState } from 'react';
import type { Page } from '../client/pages.ts';
import type { JsonValue, Operation } from '../operations/operation.ts';
import { ConditionLabel } from '../parts/condition-label.tsx';
import { PagedTable } from '../parts/paged-table.tsx';
import { Time } from '../parts/time.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { useSettled } from '../parts/use-settled.ts';
import { goTo, hrefTo, usePlace } from '../shell/place.ts';
import { formationsOf, inFormation } from './formations-of.ts';
import { lastSeenOf } from './last-seen.ts';
import { searched } from './search.ts';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: { readonly condition: string; readonly timestamp: string };
  readonly labels: Readonly<Record<string, JsonValue>> | null;
  readonly auths: readonly { readonly id: string; readonly lastSeenAt: string | null }[] | null;
}

interface ListVariables {
  readonly filter?: readonly { readonly key: string; readonly query?: string | null | undefined }[] | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

interface MembersTableProps {
  readonly title: 'Applications' | 'Runtimes';
  readonly list: Operation<{ readonly page: Page<Member> }, ListVariables>;
  readonly actions: ReactNode;
}

const columns = (folder: string) => [
  {
    id: 'name',
    header: 'Name',
    cell: ({ id, name }: Member) => <Link href={hrefTo([folder, id])}>{name}</Link>,
    isRowHeader: true,
  },
  { id: 'status', header: 'Status', cell: ({ status }: Member) => <ConditionLabel condition={status.condition} /> },
  { id: 'since', header: 'Since', cell: ({ status }: Member) => <Time at={status.timestamp} /> },
  { id: 'formations', header: 'Formations', cell: ({ labels }: Member) => formationsOf(labels).join(', ') || '–' },
  { id: 'seen', header: 'Last seen', cell: (row: Member) => <Time at={lastSeenOf(row)} /> },
  { id: 'credentials', header: 'Credentials', cell: ({ auths }: Member) => auths?.length ?? '–' },
];

/** A list of Applications or Runtimes, all of them, those of a formation, or those that a search finds. */
export function MembersTable({ title, list, actions }: MembersTableProps) {
  const folder = title.toLowerCase();
  const formation = usePlace().parameters.get('formation') ?? '';
  const [term, setTerm] = useState('');
  const searchedTerm = useSettled(term.trim());
  const filter = formation === '' ? [] : [inFormation(formation)];
  const paging = usePaging(`${title} ${formation} ${searchedTerm}`, async (send, page, signal) =>
    searchedTerm === ''
      ? (await send(list, { ...page, filter }, { signal })).page
      : await searched(searchedTerm, send, async (_, request) => (await send(list, { ...request, filter }, { signal })).page),
  );
  return (
    <PagedTable
      title={title}
      paging={paging}
      columns={columns(folder)}
      rowId={({ id }) => id}
      actions={actions}
      empty={<Box textAlign="center">{searchedTerm === '' ? `There are no ${title} here.` : `No name contains “${searchedTerm}”.`}</Box>}
      filter={
        <SpaceBetween size="xs">
          <Input
            type="search"
            ariaLabel={`Find ${title}`}
            placeholder="Part of a name, or a whole id"
            value={term}
            onChange={({ detail }) => setTerm(detail.value)}
          />
          {formation !== '' && (
            <TokenGroup
              items={[{ label: `Formation: ${formation}`, dismissLabel: `Show all ${title}` }]}
              onDismiss={() => goTo(hrefTo([folder]))}
            />
          )}
        </SpaceBetween>
      }
    />
  );
}
