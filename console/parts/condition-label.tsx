import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { type ConditionClass, classOf, wordsOf } from '../members/condition.ts';

const types: Readonly<Record<ConditionClass, StatusIndicatorProps.Type>> = {
  ok: 'success',
  bad: 'error',
  wait: 'in-progress',
  idle: 'pending',
};

/** The condition of an Application or Runtime, with an icon of its class. */
export const ConditionLabel = ({ condition }: { readonly condition: string }) => (
  <StatusIndicator type={types[classOf(condition)]}>{wordsOf(condition)}</StatusIndicator>
);
