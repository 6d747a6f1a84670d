import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Time } from '../parts/time.tsx';
import { type Delivery, DeliveryState } from './delivery-state.tsx';

/** One delivery with each of its attempts: when, how long, and what the endpoint answered. */
export function DeliveryDialog({ delivery, onClose }: { readonly delivery: Delivery; readonly onClose: () => void }) {
  return (
    <Modal visible size="large" header={delivery.eventType ?? 'Delivery'} closeAriaLabel="Close" onDismiss={onClose}>
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'State', value: <DeliveryState delivery={delivery} /> },
            { label: 'webhook-id', value: delivery.id },
            { label: 'Next attempt', value: <Time at={delivery.nextAttemptAt} /> },
          ]}
        />
        {delivery.attempts.length === 0 && <Box>No attempt was made yet.</Box>}
        {delivery.attempts.map((attempt, index) => (
          <div key={attempt.timestamp}>
            <Box variant="h3">
              Attempt {index + 1}, <Time at={attempt.timestamp} />
            </Box>
            <StatusIndicator type={attempt.error === null ? 'success' : 'error'}>
              {attempt.status === null ? 'no answer' : `status ${attempt.status}`} after {attempt.duration} ms
            </StatusIndicator>
            {attempt.error && <Box>{attempt.error}</Box>}
            {attempt.body && (
              <Box variant="code" display="block">
                {attempt.body}
              </Box>
            )}
          </div>
        ))}
      </SpaceBetween>
    </Modal>
  );
}
