import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { AddWebhook } from '../operations/director.generated.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { WebhookOwner } from './webhook.ts';

/** Asks for the address that is told of changes. */
export function AddWebhookDialog({ owner, onClose }: { readonly owner: WebhookOwner; readonly onClose: () => void }) {
  const { send } = useApi();
  const [url, setUrl] = useState('');
  const add = async () => {
    const id = owner.kind === 'application' ? { applicationID: owner.id } : { runtimeID: owner.id };
    await send(AddWebhook, { ...id, in: { type: 'CONFIGURATION_CHANGED', url: url.trim() } });
    onClose();
  };
  return (
    <Dialog title="Add a webhook" submit="Add" ready={url.trim() !== ''} onSubmit={add} onClose={onClose}>
      <FormField
        label="Address"
        description="It is told of changes of the configuration by signed requests."
        constraintText="A public https address."
      >
        <Input type="url" value={url} placeholder="https://shop.example.com/webhook" onChange={({ detail }) => setUrl(detail.value)} />
      </FormField>
    </Dialog>
  );
}
