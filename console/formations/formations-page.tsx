import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { searched } from '../members/search.ts';
import { CreateFormation, DeleteFormation, Formations } from '../operations/director.generated.ts';
import { ConfirmByName } from '../parts/confirm-by-name.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { PagedTable } from '../parts/paged-table.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { useSettled } from '../parts/use-settled.ts';
import { hrefTo, usePlace } from '../shell/place.ts';

interface Formation {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

export function FormationsPage() {
  const { rights } = useApi();
  const [term, setTerm] = useState(usePlace().parameters.get('formation') ?? '');
  const [asked, setAsked] = useState<'create' | Formation | undefined>();
  const searchedTerm = useSettled(term.trim());
  const paging = usePaging(`Formations ${searchedTerm}`, async (send, page, signal) =>
    searchedTerm === ''
      ? (await send(Formations, page, { signal })).page
      : await searched(searchedTerm, send, async (_, request) => (await send(Formations, request, { signal })).page),
  );
  const mayWrite = rights.scopes.has('formation:write');
  const close = () => {
    setAsked(undefined);
    paging.reload();
  };
  return (
    <>
      <PagedTable
        title="Formations"
        description="Applications and Runtimes of one formation see each other."
        paging={paging}
        rowId={({ id }: Formation) => id}
        columns={columns(mayWrite, setAsked)}
        empty={<Box textAlign="center">There are no formations here.</Box>}
        filter={
          <Input
            type="search"
            ariaLabel="Find formations"
            placeholder="Part of a name"
            value={term}
            onChange={({ detail }) => setTerm(detail.value)}
          />
        }
        actions={
          mayWrite && (
            <Button variant="primary" onClick={() => setAsked('create')}>
              Create formation
            </Button>
          )
        }
      />
      {asked === 'create' && <CreateDialog onClose={close} />}
      {typeof asked === 'object' && <DeleteDialog formation={asked} onClose={close} />}
    </>
  );
}

const columns = (mayWrite: boolean, ask: (formation: Formation) => void) => [
  { id: 'name', header: 'Name', cell: ({ name }: Formation) => name, isRowHeader: true },
  {
    id: 'members',
    header: 'Members',
    cell: ({ name }: Formation) => (
      <SpaceBetween direction="horizontal" size="m">
        <Link href={hrefTo(['applications'], { formation: name })}>Applications</Link>
        <Link href={hrefTo(['runtimes'], { formation: name })}>Runtimes</Link>
      </SpaceBetween>
    ),
  },
  ...(mayWrite
    ? [
        {
          id: 'actions',
          header: 'Actions',
          cell: (formation: Formation) => (
            <Button variant="inline-link" ariaLabel={`Delete ${formation.name}`} onClick={() => ask(formation)}>
              Delete
            </Button>
          ),
        },
      ]
    : []),
];

function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const { send } = useApi();
  const [name, setName] = useState('');
  const create = async () => {
    await send(CreateFormation, { name: name.trim() });
    onClose();
  };
  return (
    <Dialog title="Create a formation" submit="Create" ready={name.trim() !== ''} onSubmit={create} onClose={onClose}>
      <FormField label="Name">
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
    </Dialog>
  );
}

function DeleteDialog({ formation, onClose }: { readonly formation: Formation; readonly onClose: () => void }) {
  const { send } = useApi();
  return (
    <ConfirmByName
      title="Delete the formation"
      name={formation.name}
      consequence="A formation with members is not deleted: they leave it first."
      onConfirm={async () => {
        await send(DeleteFormation, { name: formation.name });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
