import './shell.css';
import Button from '@cloudscape-design/components/button';
import type { ConsoleError } from '../client/console-error.ts';
import { useAction } from '../client/use-action.ts';
import { Failure } from '../parts/failure.tsx';
import logo from './compass.svg';

interface SignInPageProps {
  readonly failure?: ConsoleError | undefined;
  readonly signIn: () => Promise<void>;
}

/** The first page: it leads to the issuer, and says why the user is here again. */
export function SignInPage({ failure, signIn }: SignInPageProps) {
  const action = useAction(signIn);
  return (
    <main className="sign-in">
      <img src={logo} alt="" width="48" height="48" />
      <h1>Compass</h1>
      <p>Applications and Runtimes, and what connects them.</p>
      <Failure failure={action.failure ?? failure} />
      <Button variant="primary" loading={action.busy} onClick={() => void action.run()}>
        Sign in
      </Button>
    </main>
  );
}
