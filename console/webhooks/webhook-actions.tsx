import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { useAction } from '../client/use-action.ts';
import { EnableWebhook, RecoverWebhook, TestWebhook } from '../operations/director.generated.ts';
import { Failure } from '../parts/failure.tsx';
import type { Webhook } from './webhook.ts';

interface WebhookActionsProps {
  readonly webhook: Webhook;
  readonly onChange: () => void;
  readonly onDelete: () => void;
}

interface Tested {
  readonly accepted: boolean;
  readonly status: number | null;
  readonly error: string | null;
  readonly duration: number;
}

/** Milliseconds: as long as failed deliveries are kept. */
const recoverableMs = 30 * 24 * 3_600_000;

/** Actions on a webhook. The answer to a test stands beside them. */
export function WebhookActions({ webhook, onChange, onDelete }: WebhookActionsProps) {
  const { send } = useApi();
  const [tested, setTested] = useState<Tested | undefined>();
  const [recovered, setRecovered] = useState<number | undefined>();
  const { id } = webhook;
  const test = useAction(async () => setTested((await send(TestWebhook, { id })).tested));
  const enable = useAction(async () => {
    await send(EnableWebhook, { id });
    onChange();
  });
  const recover = useAction(async () => {
    const since = new Date(Date.now() - recoverableMs).toISOString();
    setRecovered((await send(RecoverWebhook, { id, since })).recovered);
    onChange();
  });
  return (
    <SpaceBetween size="xxs">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="inline-link" loading={test.busy} onClick={() => void test.run()}>
          Test
        </Button>
        {webhook.status.condition === 'DISABLED' ? (
          <Button variant="inline-link" loading={enable.busy} onClick={() => void enable.run()}>
            Enable
          </Button>
        ) : (
          <Button variant="inline-link" loading={recover.busy} onClick={() => void recover.run()}>
            Recover failed deliveries
          </Button>
        )}
        <Button variant="inline-link" onClick={onDelete}>
          Delete
        </Button>
      </SpaceBetween>
      <div aria-live="polite">
        {tested && <TestResult tested={tested} />}
        {recovered !== undefined && <StatusIndicator type="info">{recovered} deliveries begin anew</StatusIndicator>}
      </div>
      <Failure failure={test.failure ?? enable.failure ?? recover.failure} />
    </SpaceBetween>
  );
}

const TestResult = ({ tested: { accepted, status, error, duration } }: { readonly tested: Tested }) => (
  <StatusIndicator type={accepted ? 'success' : 'error'}>
    {status === null ? (error ?? 'no answer') : `status ${status}`} after {duration} ms
  </StatusIndicator>
);
