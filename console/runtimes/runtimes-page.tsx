import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { lazy, Suspense, useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { MembersTable } from '../members/members-table.tsx';
import { Runtimes } from '../operations/director.generated.ts';
import { hrefTo } from '../shell/place.ts';

const ProvisionDialog = lazy(async () => ({ default: (await import('./provision-dialog.tsx')).ProvisionDialog }));

export function RuntimesPage() {
  const { rights } = useApi();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <MembersTable
        title="Runtimes"
        list={Runtimes}
        actions={
          rights.scopes.has('runtime:write') && (
            <SpaceBetween size="xs" direction="horizontal">
              <Button href={hrefTo(['pair'], { kind: 'runtime' })}>Register and pair</Button>
              <Button variant="primary" onClick={() => setAsking(true)}>
                Provision
              </Button>
            </SpaceBetween>
          )
        }
      />
      {asking && (
        <Suspense>
          <ProvisionDialog onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
