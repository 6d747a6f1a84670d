import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { useAction } from '../client/use-action.ts';
import { RegisterApplication, RegisterRuntime } from '../operations/director.generated.ts';
import { Failure } from '../parts/failure.tsx';
import { listIn } from '../parts/list-in.ts';
import { goTo, hrefTo } from '../shell/place.ts';

type Kind = 'application' | 'runtime';

/** The first step: registers what is to be paired. What is registered already is paired from its own page. */
export function MemberForm({ kind: first }: { readonly kind: Kind }) {
  const { send } = useApi();
  const [kind, setKind] = useState<Kind>(first);
  const [name, setName] = useState('');
  const [formations, setFormations] = useState('');
  const register = useAction(async () => {
    const names = listIn(formations);
    const input = { in: { name: name.trim(), ...(names.length > 0 ? { labels: { scenarios: names } } : {}) } };
    const { made } = kind === 'application' ? await send(RegisterApplication, input) : await send(RegisterRuntime, input);
    goTo(hrefTo(['pair'], { kind, id: made.id }));
  });
  return (
    <Container
      header={
        <Header variant="h2" description="To pair again what is registered already, open its page and choose Pair.">
          Register
        </Header>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void register.run();
        }}
      >
        <SpaceBetween size="m">
          <Failure failure={register.failure} />
          <FormField label="Kind">
            <RadioGroup
              value={kind}
              onChange={({ detail }) => setKind(detail.value === 'runtime' ? 'runtime' : 'application')}
              items={[
                { value: 'application', label: 'Application', description: 'A system that offers APIs and events' },
                { value: 'runtime', label: 'Runtime', description: 'A place where extensions run, and that has its own Agent' },
              ]}
            />
          </FormField>
          <FormField label="Name">
            <Input value={name} onChange={({ detail }) => setName(detail.value)} />
          </FormField>
          <FormField label="Formations" description="With commas between. They are made if they do not exist.">
            <Input value={formations} onChange={({ detail }) => setFormations(detail.value)} />
          </FormField>
          <Button variant="primary" formAction="submit" disabled={name.trim() === ''} loading={register.busy}>
            Register and continue
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  );
}
