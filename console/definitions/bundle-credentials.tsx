import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '../client/use-query.ts';
import { BundleCredentials as ListCredentials } from '../operations/director.generated.ts';
import { Failure } from '../parts/failure.tsx';
import { Time } from '../parts/time.tsx';
import { hrefTo } from '../shell/place.ts';

interface InstanceAuth {
  readonly id: string;
  readonly runtimeID: string | null;
  readonly status: { readonly condition: string; readonly timestamp: string; readonly message: string; readonly reason: string };
}

const types: Readonly<Record<string, StatusIndicatorProps.Type>> = { SUCCEEDED: 'success', FAILED: 'error', PENDING: 'pending' };

const columns = [
  { id: 'id', header: 'Id', cell: ({ id }: InstanceAuth) => id, isRowHeader: true },
  {
    id: 'runtime',
    header: 'Runtime',
    cell: ({ runtimeID }: InstanceAuth) => (runtimeID ? <Link href={hrefTo(['runtimes', runtimeID])}>{runtimeID}</Link> : '–'),
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status: { condition, message } }: InstanceAuth) => (
      <StatusIndicator type={types[condition] ?? 'info'}>
        {condition.toLowerCase()}: {message}
      </StatusIndicator>
    ),
  },
  { id: 'since', header: 'Since', cell: ({ status }: InstanceAuth) => <Time at={status.timestamp} /> },
];

interface BundleCredentialsProps {
  readonly applicationId: string;
  readonly bundleId: string;
  readonly bundle: string;
}

/** Requests of Runtimes for the credentials of a bundle, and what became of them. The console does not ask for the secrets. */
export function BundleCredentials({ applicationId, bundleId, bundle }: BundleCredentialsProps) {
  const query = useQuery(ListCredentials, { applicationID: applicationId, id: bundleId });
  return (
    <>
      <Failure failure={query.failure} onRetry={query.reload} />
      <Table
        variant="embedded"
        ariaLabels={{ tableLabel: `Credentials for ${bundle}` }}
        items={query.data?.owner?.bundle?.instanceAuths ?? []}
        loading={query.loading && !query.data}
        loadingText="Loading credentials"
        trackBy="id"
        empty={<Box>No Runtime asked for credentials.</Box>}
        columnDefinitions={columns}
      />
    </>
  );
}
