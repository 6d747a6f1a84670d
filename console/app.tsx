import { Failure } from './parts/failure.tsx';
import { Waiting } from './parts/waiting.tsx';
import { useSession } from './session/use-session.ts';
import { useMode } from './shell/mode.ts';
import { Shell } from './shell/shell.tsx';
import { SignInPage } from './shell/sign-in-page.tsx';

/** The console: a session first, then its pages. */
export function App() {
  const mode = useMode();
  const session = useSession();
  if (session.state === 'starting') return <Waiting />;
  if (session.state === 'broken')
    return (
      <main className="sign-in">
        <h1>Compass</h1>
        <Failure failure={session.failure} />
      </main>
    );
  if (session.state === 'signed-out') return <SignInPage failure={session.failure} signIn={session.signIn} />;
  return <Shell session={session} mode={mode} />;
}
