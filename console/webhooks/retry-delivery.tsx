import Button from '@cloudscape-design/components/button';
import { useApi } from '../client/api-context.ts';
import { useAction } from '../client/use-action.ts';
import { Redeliver } from '../operations/director.generated.ts';
import { Failure } from '../parts/failure.tsx';

/** Has a delivery that ended begin anew. */
export function RetryDelivery({ id, onChange }: { readonly id: string; readonly onChange: () => void }) {
  const { send } = useApi();
  const retry = useAction(async () => {
    await send(Redeliver, { id });
    onChange();
  });
  return (
    <>
      <Button variant="inline-link" loading={retry.busy} onClick={() => void retry.run()}>
        Retry
      </Button>
      <Failure failure={retry.failure} />
    </>
  );
}
