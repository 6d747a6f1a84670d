import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { useReading } from '../client/use-query.ts';
import { Credentials } from '../credentials/credentials.tsx';
import { Bundles } from '../definitions/bundles.tsx';
import { Application, UnregisterApplication } from '../operations/director.generated.ts';
import { ConfirmByName } from '../parts/confirm-by-name.tsx';
import { Found } from '../parts/found.tsx';
import { PlaceTabs } from '../parts/place-tabs.tsx';
import { goTo, hrefTo } from '../shell/place.ts';
import { Deliveries } from '../webhooks/deliveries.tsx';
import { Webhooks } from '../webhooks/webhooks.tsx';
import { ApplicationOverview } from './application-overview.tsx';

const refreshMs = 15_000;

export function ApplicationPage({ id = '' }: { readonly id?: string }) {
  const { send, rights } = useApi();
  const query = useReading(`application ${id}`, async (ask, signal) => (await ask(Application, { id }, { signal })).found, {
    everyMs: refreshMs,
  });
  const [deleting, setDeleting] = useState(false);
  const owner = { kind: 'application', id } as const;
  return (
    <Found query={query}>
      {(application) => (
        <SpaceBetween size="m">
          <Header
            variant="h1"
            description={application.description ?? 'Application'}
            actions={
              rights.scopes.has('application:write') && (
                <SpaceBetween direction="horizontal" size="xs">
                  <Button href={hrefTo(['pair'], { kind: 'application', id })}>Pair</Button>
                  <Button onClick={() => setDeleting(true)}>Delete</Button>
                </SpaceBetween>
              )
            }
          >
            {application.name}
          </Header>
          <PlaceTabs
            label={`Parts of ${application.name}`}
            tabs={[
              { id: 'overview', label: 'Overview', content: <ApplicationOverview application={application} onChange={query.reload} /> },
              { id: 'definitions', label: 'APIs and events', content: <Bundles applicationId={id} /> },
              ...(rights.scopes.has('application.auths:read')
                ? [{ id: 'credentials', label: 'Credentials', content: <Credentials owner={owner} /> }]
                : []),
              ...(rights.scopes.has('application.webhooks:read')
                ? [
                    { id: 'webhooks', label: 'Webhooks', content: <Webhooks owner={owner} /> },
                    { id: 'deliveries', label: 'Deliveries', content: <Deliveries applicationId={id} /> },
                  ]
                : []),
            ]}
          />
          {deleting && (
            <ConfirmByName
              title="Delete the Application"
              name={application.name}
              consequence="Its bundles, definitions, webhooks and credentials go with it. It must have left its formations."
              onConfirm={async () => {
                await send(UnregisterApplication, { id });
                goTo(hrefTo(['applications']));
              }}
              onClose={() => setDeleting(false)}
            />
          )}
        </SpaceBetween>
      )}
    </Found>
  );
}
