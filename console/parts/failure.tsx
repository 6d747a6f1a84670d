import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ConsoleError } from '../client/console-error.ts';

interface FailureProps {
  readonly failure: ConsoleError | undefined;
  /** Offers to try again. */
  readonly onRetry?: (() => void) | undefined;
}

/** Shows what went wrong and what to do; nothing without a failure. */
export function Failure({ failure, onRetry }: FailureProps) {
  if (!failure) return null;
  return (
    <div className="failure" role="alert">
      <Alert type="error" header={failure.message} action={onRetry && <Button onClick={onRetry}>Try again</Button>}>
        {failure.advice ?? 'The message says what to change.'}
      </Alert>
    </div>
  );
}
