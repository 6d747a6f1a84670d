import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { useQuery } from '../client/use-query.ts';
import { Bundles as ListBundles } from '../operations/director.generated.ts';
import { Failure } from '../parts/failure.tsx';
import { Opened } from '../parts/opened.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { hrefTo } from '../shell/place.ts';
import { BundleCredentials } from './bundle-credentials.tsx';
import { PublishDialog } from './publish-dialog.tsx';

interface Definition {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly version: { readonly value: string } | null;
  readonly spec: { readonly type: string; readonly format: string } | null;
  readonly kind: 'apis' | 'events';
}

const formats: Readonly<Record<string, string>> = { OPEN_API: 'OpenAPI', ODATA: 'OData', ASYNC_API: 'AsyncAPI' };

/** Bundles of an Application with their definitions, and the way to publish another. */
export function Bundles({ applicationId }: { readonly applicationId: string }) {
  const { rights } = useApi();
  const query = useQuery(ListBundles, { id: applicationId, first: 50 });
  const [publishing, setPublishing] = useState(false);
  const bundles = query.data?.owner?.bundles?.data ?? [];
  return (
    <SpaceBetween size="l">
      <Header
        variant="h2"
        counter={`(${query.data?.owner?.bundles?.totalCount ?? 0})`}
        actions={rights.scopes.has('application:write') && <Button onClick={() => setPublishing(true)}>Publish</Button>}
      >
        Bundles
      </Header>
      <Failure failure={query.failure} onRetry={query.reload} />
      {!query.data && query.loading && <Waiting />}
      {query.data && bundles.length === 0 && (
        <Box>Nothing is published yet. Publish an API or events here, or by the Application itself.</Box>
      )}
      {bundles.map(({ id, name, description, apiDefinitions, eventDefinitions }) => (
        <Container
          key={id}
          header={
            <Header variant="h3" description={description}>
              {name}
            </Header>
          }
        >
          <Definitions
            applicationId={applicationId}
            bundle={name}
            definitions={[
              ...(apiDefinitions?.data ?? []).map((api) => ({ ...api, kind: 'apis' as const })),
              ...(eventDefinitions?.data ?? []).map((events) => ({ ...events, kind: 'events' as const })),
            ]}
          />
          {rights.scopes.has('bundle.instance_auths:read') && (
            <Opened title="Credentials of Runtimes">
              <BundleCredentials applicationId={applicationId} bundleId={id} bundle={name} />
            </Opened>
          )}
        </Container>
      ))}
      {publishing && (
        <PublishDialog
          applicationId={applicationId}
          bundles={bundles}
          onClose={() => {
            setPublishing(false);
            query.reload();
          }}
        />
      )}
    </SpaceBetween>
  );
}

interface DefinitionsProps {
  readonly applicationId: string;
  readonly bundle: string;
  readonly definitions: readonly Definition[];
}

const Definitions = ({ applicationId, bundle, definitions }: DefinitionsProps) => (
  <Table
    variant="embedded"
    ariaLabels={{ tableLabel: `Definitions of ${bundle}` }}
    items={definitions}
    trackBy="id"
    empty={<Box>No definitions</Box>}
    columnDefinitions={[
      {
        id: 'name',
        header: 'Name',
        cell: ({ id, kind, name }: Definition) => <Link href={hrefTo(['applications', applicationId, kind, id])}>{name}</Link>,
        isRowHeader: true,
      },
      { id: 'kind', header: 'Kind', cell: ({ kind }: Definition) => (kind === 'apis' ? 'API' : 'Events') },
      { id: 'format', header: 'Format', cell: ({ spec }: Definition) => (spec ? `${formats[spec.type]} in ${spec.format}` : 'no text') },
      { id: 'version', header: 'Version', cell: ({ version }: Definition) => version?.value ?? '–' },
      { id: 'description', header: 'Description', cell: ({ description }: Definition) => description ?? '–' },
    ]}
  />
);
