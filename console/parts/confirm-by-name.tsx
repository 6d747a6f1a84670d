import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { Dialog } from './dialog.tsx';

interface ConfirmByNameProps {
  readonly title: string;
  readonly name: string;
  /** The sentence on what follows and cannot be undone. */
  readonly consequence: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Has the user type the name of what is destroyed. */
export function ConfirmByName({ title, name, consequence, onConfirm, onClose }: ConfirmByNameProps) {
  const [typed, setTyped] = useState('');
  return (
    <Dialog title={`${title} ${name}?`} submit={title} ready={typed === name} onSubmit={onConfirm} onClose={onClose}>
      <SpaceBetween size="m">
        <div>{consequence}</div>
        <FormField label="To confirm, type its name" constraintText={name}>
          <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Dialog>
  );
}
