import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { useAction } from '../client/use-action.ts';
import { AssignFormation, UnassignFormation } from '../operations/director.generated.ts';
import { Failure } from '../parts/failure.tsx';

interface MemberFormationsProps {
  readonly id: string;
  readonly kind: 'APPLICATION' | 'RUNTIME';
  readonly formations: readonly string[];
  readonly onChange: () => void;
}

/** The formations of an Application or Runtime: it joins and leaves them here. */
export function MemberFormations({ id, kind, formations, onChange }: MemberFormationsProps) {
  const { send, rights } = useApi();
  const [name, setName] = useState('');
  const change = useAction(async (operation: typeof AssignFormation, formation: string) => {
    await send(operation, { objectID: id, objectType: kind, name: formation });
    setName('');
    onChange();
  });
  const mayChange = rights.scopes.has('formation:write');
  return (
    <SpaceBetween size="xs">
      <Failure failure={change.failure} />
      {formations.length === 0 && <span>In no formation</span>}
      <TokenGroup
        items={formations.map((label) => ({ label, dismissLabel: `Leave ${label}`, disabled: !mayChange }))}
        onDismiss={({ detail }) => void change.run(UnassignFormation, formations[detail.itemIndex] ?? '')}
      />
      {mayChange && (
        <FormField label="Join a formation">
          <SpaceBetween direction="horizontal" size="xs">
            <Input value={name} placeholder="Name" ariaLabel="Formation to join" onChange={({ detail }) => setName(detail.value)} />
            <Button disabled={name.trim() === ''} loading={change.busy} onClick={() => void change.run(AssignFormation, name.trim())}>
              Join
            </Button>
          </SpaceBetween>
        </FormField>
      )}
    </SpaceBetween>
  );
}
