import Button from '@cloudscape-design/components/button';
import { useApi } from '../client/api-context.ts';
import { MembersTable } from '../members/members-table.tsx';
import { Applications } from '../operations/director.generated.ts';
import { hrefTo } from '../shell/place.ts';

export function ApplicationsPage() {
  const { rights } = useApi();
  return (
    <MembersTable
      title="Applications"
      list={Applications}
      actions={
        rights.scopes.has('application:write') && (
          <Button variant="primary" href={hrefTo(['pair'])}>
            Register and pair
          </Button>
        )
      }
    />
  );
}
