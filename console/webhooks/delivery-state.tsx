import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';

export type DeliveryCondition = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'GONE' | 'DROPPED';

export interface Delivery {
  readonly id: string;
  readonly eventType: string | null;
  readonly state: DeliveryCondition;
  readonly failure: string | null;
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
  readonly attempts: readonly {
    readonly timestamp: string;
    readonly duration: number;
    readonly status: number | null;
    readonly error: string | null;
    readonly body: string | null;
  }[];
}

const types: Readonly<Record<DeliveryCondition, StatusIndicatorProps.Type>> = {
  PENDING: 'pending',
  SUCCEEDED: 'success',
  FAILED: 'error',
  GONE: 'error',
  DROPPED: 'stopped',
};

/** The state of a delivery, and why it failed. */
export const DeliveryState = ({ delivery: { state, failure } }: { readonly delivery: Delivery }) => (
  <StatusIndicator type={types[state]}>
    {state.toLowerCase()}
    {failure && `: ${failure.toLowerCase().replaceAll('_', ' ')}`}
  </StatusIndicator>
);
