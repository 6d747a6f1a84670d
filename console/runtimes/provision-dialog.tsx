import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { ConsoleError } from '../client/console-error.ts';
import { ProvisionRuntime } from '../operations/provisioner.generated.ts';
import { Dialog } from '../parts/dialog.tsx';
import { listIn } from '../parts/list-in.ts';
import { goTo, hrefTo } from '../shell/place.ts';

/** Asks for what a Runtime needs, has it provisioned, and leads to its page, which shows the progress. */
export function ProvisionDialog({ onClose }: { readonly onClose: () => void }) {
  const { send } = useApi();
  const [name, setName] = useState('');
  const [driver, setDriver] = useState('');
  const [formations, setFormations] = useState('');
  const [parameters, setParameters] = useState('');
  // The same for repetitions of this dialog: a lost answer starts no second Runtime.
  const [key] = useState(() => crypto.randomUUID());
  const provision = async () => {
    const { started } = await send(
      ProvisionRuntime,
      {
        in: {
          runtimeInput: { name: name.trim() },
          formations: listIn(formations),
          ...(driver.trim() === '' ? {} : { driver: driver.trim() }),
          ...(parameters.trim() === '' ? {} : { parameters: objectIn(parameters) }),
        },
      },
      { headers: { 'idempotency-key': key } },
    );
    onClose();
    if (started?.runtimeID) goTo(hrefTo(['runtimes', started.runtimeID]));
  };
  return (
    <Dialog title="Provision a Runtime" submit="Provision" ready={name.trim() !== ''} onSubmit={provision} onClose={onClose}>
      <SpaceBetween size="m">
        <FormField label="Name" constraintText="Letters, digits, hyphens, dots and underscores.">
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
        <FormField label="Formations" description="With commas between. They are made if they do not exist.">
          <Input value={formations} onChange={({ detail }) => setFormations(detail.value)} />
        </FormField>
        <FormField label="Driver" description="What builds the Runtime. It may stay empty where there is one driver only.">
          <Input value={driver} placeholder="process" onChange={({ detail }) => setDriver(detail.value)} />
        </FormField>
        <FormField label="Parameters of the driver" description="JSON; it may stay empty.">
          <Textarea value={parameters} rows={3} onChange={({ detail }) => setParameters(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Dialog>
  );
}

function objectIn(text: string) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConsoleError('The parameters are no JSON.', { advice: 'Write an object such as {"agentTimeoutSeconds": 600}.', cause });
  }
}
