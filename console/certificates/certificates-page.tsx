import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { useState } from 'react';
import { filledPage } from '../client/pages.ts';
import { Certificates } from '../operations/director.generated.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { Time } from '../parts/time.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { hrefTo } from '../shell/place.ts';
import { CertificateEnd } from './certificate-end.tsx';
import { type CertificateChoice, filterOf, soonDays } from './certificate-terms.ts';
import { type CloneSuspicion, CloneSuspicions } from './clone-suspicions.tsx';

interface Certificate {
  readonly fingerprint: string;
  readonly serialNumber: string | null;
  readonly notBefore: string | null;
  readonly notAfter: string;
  readonly ownerName: string | null;
  readonly systemAuth: {
    readonly id: string;
    readonly type: string | null;
    readonly referenceObjectId: string | null;
    readonly lastSeenAt: string | null;
    readonly cloneSuspicions: readonly CloneSuspicion[] | null;
  };
}

const choices: readonly { readonly id: CertificateChoice; readonly text: string }[] = [
  { id: 'all', text: 'All' },
  { id: 'soon', text: `End within ${soonDays} days` },
  { id: 'ended', text: 'Ended' },
  { id: 'suspected', text: 'Perhaps copied' },
];

const folders: Readonly<Record<string, string>> = { APPLICATION: 'applications', RUNTIME: 'runtimes' };

const columns = [
  { id: 'owner', header: 'Of', cell: (row: Certificate) => <OwnerLink certificate={row} />, isRowHeader: true },
  { id: 'end', header: 'End', cell: (row: Certificate) => <CertificateEnd notAfter={row.notAfter} notBefore={row.notBefore} /> },
  { id: 'begin', header: 'Issued', cell: ({ notBefore }: Certificate) => <Time at={notBefore} /> },
  { id: 'seen', header: 'Last seen', cell: ({ systemAuth }: Certificate) => <Time at={systemAuth.lastSeenAt} /> },
  {
    id: 'serial',
    header: 'Serial number',
    cell: ({ serialNumber }: Certificate) => <code className="long-name">{serialNumber ?? '–'}</code>,
  },
  {
    id: 'suspicions',
    header: 'Copied keys',
    cell: ({ systemAuth }: Certificate) => <CloneSuspicions suspicions={systemAuth.cloneSuspicions} />,
  },
];

/** The latest certificate of each credential, the first to end first. */
export function CertificatesPage() {
  const [{ choice, filter }, choose] = useState({ choice: 'all' as CertificateChoice, filter: filterOf('all') });
  const paging = usePaging(`Certificates ${JSON.stringify(filter)}`, (send, page, signal) =>
    filledPage(page, async (request) => (await send(Certificates, { ...request, filter }, { signal })).page),
  );
  return (
    <PagedTable
      title="Certificates"
      description="The latest of each credential, the first to end first."
      paging={paging}
      columns={columns}
      rowId={({ fingerprint }) => fingerprint}
      empty={<Box textAlign="center">There are no such certificates.</Box>}
      filter={
        <SegmentedControl
          label="Certificates to list"
          selectedId={choice}
          options={[...choices]}
          onChange={({ detail }) => {
            const next = choices.find(({ id }) => id === detail.selectedId)?.id ?? 'all';
            choose({ choice: next, filter: filterOf(next) });
          }}
        />
      }
    />
  );
}

function OwnerLink({ certificate: { ownerName, systemAuth } }: { readonly certificate: Certificate }) {
  const name = ownerName ?? 'a credential that was deleted';
  const folder = folders[systemAuth.type ?? ''];
  if (!folder || !systemAuth.referenceObjectId) return <>{name}</>;
  return <Link href={hrefTo([folder, systemAuth.referenceObjectId], { tab: 'credentials' })}>{name}</Link>;
}
