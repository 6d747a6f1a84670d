import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { ConsoleError } from '../client/console-error.ts';
import { AddApi, AddBundle, AddEvent } from '../operations/director.generated.ts';
import { Dialog } from '../parts/dialog.tsx';
import { kindOfText } from './kind-of-text.ts';

interface PublishDialogProps {
  readonly applicationId: string;
  readonly bundles: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** Publishes the text of an OpenAPI, AsyncAPI or OData specification in a bundle, which is made if there is none of the name. */
export function PublishDialog({ applicationId, bundles, onClose }: PublishDialogProps) {
  const { send } = useApi();
  const [name, setName] = useState('');
  const [bundle, setBundle] = useState(bundles[0]?.name ?? 'default');
  const [address, setAddress] = useState('');
  const [text, setText] = useState('');
  const kind = kindOfText(text);
  const publish = async () => {
    if (!kind)
      throw new ConsoleError('The text is no OpenAPI, AsyncAPI or OData specification.', {
        advice: 'Paste the whole document: it names openapi, swagger, asyncapi or edmx:Edmx at its beginning.',
      });
    const known = bundles.find((one) => one.name === bundle)?.id;
    const bundleID = known ?? (await send(AddBundle, { applicationID: applicationId, in: { name: bundle } })).made.id;
    const spec = { data: text, format: kind.format };
    if (kind.type === 'ASYNC_API') await send(AddEvent, { bundleID, in: { name, spec: { ...spec, type: 'ASYNC_API' } } });
    else await send(AddApi, { bundleID, in: { name, targetURL: address, spec: { ...spec, type: kind.type } } });
    onClose();
  };
  const needsAddress = kind?.type !== 'ASYNC_API';
  const ready = name.trim() !== '' && bundle.trim() !== '' && text.trim() !== '' && (!needsAddress || address.trim() !== '');
  return (
    <Dialog title="Publish an API or events" submit="Publish" ready={ready} onSubmit={publish} onClose={onClose}>
      <SpaceBetween size="m">
        <FormField label="Name">
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
        <FormField label="Bundle" description="It is made if there is none of this name.">
          <Input value={bundle} onChange={({ detail }) => setBundle(detail.value)} />
        </FormField>
        <FormField label="Specification" constraintText="OpenAPI, AsyncAPI or OData, as JSON, YAML or XML.">
          <Textarea value={text} rows={8} spellcheck={false} onChange={({ detail }) => setText(detail.value)} />
        </FormField>
        {needsAddress && (
          <FormField label="Address of the API">
            <Input
              type="url"
              value={address}
              placeholder="https://shop.example.com/api"
              onChange={({ detail }) => setAddress(detail.value)}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Dialog>
  );
}
