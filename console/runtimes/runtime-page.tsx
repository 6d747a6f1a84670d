import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { useReading } from '../client/use-query.ts';
import { Credentials } from '../credentials/credentials.tsx';
import { Runtime } from '../operations/director.generated.ts';
import { Found } from '../parts/found.tsx';
import { PlaceTabs } from '../parts/place-tabs.tsx';
import { hrefTo } from '../shell/place.ts';
import { Webhooks } from '../webhooks/webhooks.tsx';
import { Provisioning } from './provisioning.tsx';
import { RemoveRuntimeDialog } from './remove-runtime-dialog.tsx';
import { RuntimeOverview } from './runtime-overview.tsx';
import { VisibleApplications } from './visible-applications.tsx';

const refreshMs = 5_000;

export function RuntimePage({ id = '' }: { readonly id?: string }) {
  const { rights } = useApi();
  const query = useReading(`runtime ${id}`, async (ask, signal) => (await ask(Runtime, { id }, { signal })).found, { everyMs: refreshMs });
  const [removing, setRemoving] = useState(false);
  const owner = { kind: 'runtime', id } as const;
  return (
    <Found query={query}>
      {(runtime) => (
        <SpaceBetween size="m">
          <Header
            variant="h1"
            description={runtime.description ?? 'Runtime'}
            actions={
              rights.scopes.has('runtime:write') && (
                <SpaceBetween direction="horizontal" size="xs">
                  <Button href={hrefTo(['pair'], { kind: 'runtime', id })}>Pair</Button>
                  <Button onClick={() => setRemoving(true)}>Remove</Button>
                </SpaceBetween>
              )
            }
          >
            {runtime.name}
          </Header>
          <PlaceTabs
            label={`Parts of ${runtime.name}`}
            tabs={[
              { id: 'overview', label: 'Overview', content: <RuntimeOverview runtime={runtime} onChange={query.reload} /> },
              { id: 'provisioning', label: 'Provisioning', content: <Provisioning id={id} /> },
              ...(rights.scopes.has('application:read')
                ? [{ id: 'applications', label: 'What it sees', content: <VisibleApplications runtimeId={id} /> }]
                : []),
              ...(rights.scopes.has('runtime.auths:read')
                ? [{ id: 'credentials', label: 'Credentials', content: <Credentials owner={owner} /> }]
                : []),
              ...(rights.scopes.has('runtime.webhooks:read')
                ? [{ id: 'webhooks', label: 'Webhooks', content: <Webhooks owner={owner} /> }]
                : []),
            ]}
          />
          {removing && <RemoveRuntimeDialog id={id} name={runtime.name} onClose={() => setRemoving(false)} />}
        </SpaceBetween>
      )}
    </Found>
  );
}
