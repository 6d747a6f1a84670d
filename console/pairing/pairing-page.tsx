import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { usePlace } from '../shell/place.ts';
import { MemberForm } from './member-form.tsx';
import { OneTimeToken } from './one-time-token.tsx';

/** From a name to a client certificate: registers, asks for a one-time token, and shows the commands that use it. */
export function PairingPage() {
  const { parameters } = usePlace();
  const kind = parameters.get('kind') === 'runtime' ? 'runtime' : 'application';
  const id = parameters.get('id');
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description="A one-time token lets an Application or Runtime ask for its client certificate. The private key never leaves its machine."
      >
        Pair
      </Header>
      {id === null ? <MemberForm kind={kind} /> : <OneTimeToken kind={kind} id={id} />}
    </SpaceBetween>
  );
}
