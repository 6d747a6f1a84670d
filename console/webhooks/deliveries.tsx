import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { filledPage } from '../client/pages.ts';
import { Deliveries as ListDeliveries } from '../operations/director.generated.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { Time } from '../parts/time.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { type Delivery, type DeliveryCondition, DeliveryState } from './delivery-state.tsx';
import { RetryDelivery } from './retry-delivery.tsx';

const choices: readonly { readonly id: string; readonly text: string; readonly states?: readonly DeliveryCondition[] }[] = [
  { id: 'all', text: 'All' },
  { id: 'failed', text: 'Failed', states: ['FAILED', 'GONE'] },
  { id: 'pending', text: 'Pending', states: ['PENDING'] },
  { id: 'succeeded', text: 'Succeeded', states: ['SUCCEEDED'] },
];

const refreshMs = 5_000;

/** The log of deliveries to the webhooks of an Application. */
export function Deliveries({ applicationId }: { readonly applicationId: string }) {
  const [choice, setChoice] = useState('all');
  const [shown, setShown] = useState<string | undefined>();
  const { rights } = useApi();
  const states = choices.find(({ id }) => id === choice)?.states;
  const paging = usePaging(
    `Deliveries ${applicationId} ${choice}`,
    (send, page, signal) =>
      filledPage(
        page,
        async (request) =>
          (await send(ListDeliveries, { applicationID: applicationId, ...request, ...(states ? { filter: { states } } : {}) }, { signal }))
            .page,
      ),
    { everyMs: refreshMs },
  );
  const delivery = paging.data?.data.find(({ id }) => id === shown);
  return (
    <>
      <PagedTable
        title="Deliveries"
        level="h2"
        paging={paging}
        rowId={({ id }: Delivery) => id}
        empty={<Box textAlign="center">No deliveries</Box>}
        filter={
          <SegmentedControl
            label="State"
            selectedId={choice}
            options={choices.map(({ id, text }) => ({ id, text }))}
            onChange={({ detail }) => setChoice(detail.selectedId)}
          />
        }
        columns={[
          {
            id: 'event',
            header: 'Event',
            cell: ({ id, eventType, createdAt }: Delivery) => (
              <Button
                variant="inline-link"
                ariaLabel={`Attempts of ${eventType ?? 'the event'} of ${createdAt}`}
                onClick={() => setShown(id)}
              >
                {eventType ?? 'unknown'}
              </Button>
            ),
            isRowHeader: true,
          },
          { id: 'state', header: 'State', cell: (row: Delivery) => <DeliveryState delivery={row} /> },
          { id: 'attempts', header: 'Attempts', cell: ({ attempts }: Delivery) => attempts.length },
          { id: 'last', header: 'Last answer', cell: ({ attempts }: Delivery) => lastAnswer(attempts.at(-1)) },
          { id: 'created', header: 'Made', cell: ({ createdAt }: Delivery) => <Time at={createdAt} /> },
          {
            id: 'actions',
            header: 'Actions',
            cell: ({ id, state }: Delivery) =>
              rights.scopes.has('webhook:write') && state !== 'PENDING' && <RetryDelivery id={id} onChange={paging.reload} />,
          },
        ]}
      />
      {delivery && <DeliveryDialog delivery={delivery} onClose={() => setShown(undefined)} />}
    </>
  );
}

const lastAnswer = (attempt: Delivery['attempts'][number] | undefined): string =>
  attempt ? (attempt.status === null ? (attempt.error ?? 'none') : `status ${attempt.status}`) : '–';
