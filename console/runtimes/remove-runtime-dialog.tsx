import { useApi } from '../client/api-context.ts';
import { useQuery } from '../client/use-query.ts';
import { UnregisterRuntime } from '../operations/director.generated.ts';
import { DeprovisionRuntime, RuntimeStatus } from '../operations/provisioner.generated.ts';
import { ConfirmByName } from '../parts/confirm-by-name.tsx';
import { goTo, hrefTo } from '../shell/place.ts';

interface RemoveRuntimeDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Removes a Runtime: with its infrastructure if a driver built it, and from the registry alone otherwise. */
export function RemoveRuntimeDialog({ id, name, onClose }: RemoveRuntimeDialogProps) {
  const { send } = useApi();
  const { data } = useQuery(RuntimeStatus, { id });
  const provisioned = Boolean(data?.status?.lastOperationStatus);
  const remove = async () => {
    if (provisioned) {
      await send(DeprovisionRuntime, { id });
      onClose();
      goTo(hrefTo(['runtimes', id], { tab: 'provisioning' }));
      return;
    }
    await send(UnregisterRuntime, { id });
    goTo(hrefTo(['runtimes']));
  };
  if (!data) return null;
  return (
    <ConfirmByName
      title={provisioned ? 'Deprovision' : 'Delete the Runtime'}
      name={name}
      consequence={
        provisioned
          ? 'Its driver removes what it built, extensions included. Its credentials end.'
          : 'Its credentials end, and its Agent is refused. What runs there stays.'
      }
      onConfirm={remove}
      onClose={onClose}
    />
  );
}
