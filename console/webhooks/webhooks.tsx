import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { useQuery } from '../client/use-query.ts';
import { ApplicationWebhooks, DeleteWebhook, RuntimeWebhooks } from '../operations/director.generated.ts';
import { ConfirmByName } from '../parts/confirm-by-name.tsx';
import { Failure } from '../parts/failure.tsx';
import { AddWebhookDialog } from './add-webhook-dialog.tsx';
import type { Webhook, WebhookOwner } from './webhook.ts';
import { WebhookActions } from './webhook-actions.tsx';

const refreshMs = 10_000;

/** The webhooks of an Application or Runtime: what is called, how that goes, and what can be done. */
export function Webhooks({ owner }: { readonly owner: WebhookOwner }) {
  const { rights, send } = useApi();
  const operation = owner.kind === 'application' ? ApplicationWebhooks : RuntimeWebhooks;
  const query = useQuery(operation, { id: owner.id }, { everyMs: refreshMs });
  const [asked, setAsked] = useState<'add' | Webhook | undefined>();
  const mayWrite = rights.scopes.has('webhook:write');
  const close = () => {
    setAsked(undefined);
    query.reload();
  };
  return (
    <>
      <Failure failure={query.failure} onRetry={query.reload} />
      <Table
        header={
          <Header variant="h2" actions={mayWrite && <Button onClick={() => setAsked('add')}>Add webhook</Button>}>
            Webhooks
          </Header>
        }
        ariaLabels={{ tableLabel: 'Webhooks' }}
        items={query.data?.owner?.webhooks ?? []}
        loading={query.loading && !query.data}
        loadingText="Loading webhooks"
        empty={<Box textAlign="center">No webhooks</Box>}
        trackBy="id"
        columnDefinitions={[
          { id: 'url', header: 'Address', cell: ({ url }: Webhook) => url ?? 'by a template', isRowHeader: true },
          { id: 'type', header: 'Type', cell: ({ type }: Webhook) => <Badge>{type.toLowerCase().replaceAll('_', ' ')}</Badge> },
          { id: 'status', header: 'Status', cell: (webhook: Webhook) => <WebhookCondition webhook={webhook} /> },
          {
            id: 'actions',
            header: 'Actions',
            cell: (webhook: Webhook) =>
              mayWrite && <WebhookActions webhook={webhook} onChange={query.reload} onDelete={() => setAsked(webhook)} />,
          },
        ]}
      />
      {asked === 'add' && <AddWebhookDialog owner={owner} onClose={close} />}
      {typeof asked === 'object' && (
        <ConfirmByName
          title="Delete the webhook"
          name={asked.url ?? asked.id}
          consequence="Deliveries that are on their way are dropped. The log of deliveries stays for 30 days."
          onConfirm={async () => {
            await send(DeleteWebhook, { id: asked.id });
            close();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function WebhookCondition({ webhook: { status } }: { readonly webhook: Webhook }) {
  if (status.condition === 'ENABLED') return <StatusIndicator type="success">enabled</StatusIndicator>;
  const since = status.timestamp ? ` since ${new Date(status.timestamp).toLocaleString()}` : '';
  if (status.condition === 'FAILING') return <StatusIndicator type="warning">failing{since}</StatusIndicator>;
  return (
    <SpaceBetween size="xxs">
      <StatusIndicator type="error">disabled{since}</StatusIndicator>
      <span>{status.reason === 'GONE' ? 'Its endpoint answered 410.' : 'Every attempt failed for five days.'}</span>
    </SpaceBetween>
  );
}
