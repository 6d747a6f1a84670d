import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { useAction } from '../client/use-action.ts';
import { useReading } from '../client/use-query.ts';
import { PairingOfApplication, PairingOfRuntime, TokenForApplication, TokenForRuntime } from '../operations/director.generated.ts';
import { Failure } from '../parts/failure.tsx';
import { Found } from '../parts/found.tsx';
import { hrefTo } from '../shell/place.ts';
import { Countdown } from './countdown.tsx';
import { PairingCommands } from './pairing-commands.tsx';
import { fingerprintsOf, type PairingProgress, pairingProgress } from './pairing-progress.ts';

interface OneTimeTokenProps {
  readonly kind: 'application' | 'runtime';
  readonly id: string;
}

interface Issued {
  readonly rawEncoded: string | null;
  readonly token: string;
  readonly connectorURL: string;
  readonly expiresAt: string;
}

const refreshMs = 3_000;

/** The second step: a token, how long it lasts, what to do with it, and whether that succeeded. It is shown once and kept nowhere. */
export function OneTimeToken({ kind, id }: OneTimeTokenProps) {
  const { send, rights } = useApi();
  const [issued, setIssued] = useState<Issued | undefined>();
  const [before, setBefore] = useState<readonly string[] | undefined>();
  const isApplication = kind === 'application';
  const member = useReading(
    `${kind} ${id}`,
    async (ask, signal) =>
      (isApplication ? await ask(PairingOfApplication, { id }, { signal }) : await ask(PairingOfRuntime, { id }, { signal })).found,
    { everyMs: refreshMs },
  );
  const issue = useAction(async () => {
    setBefore(member.data ? fingerprintsOf(member.data) : []);
    setIssued((await send(isApplication ? TokenForApplication : TokenForRuntime, { id })).issued);
  });
  const ended = issued !== undefined && Date.parse(issued.expiresAt) < Date.now();
  return (
    <Found query={member}>
      {({ name, ...found }) => (
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">{name}</Header>}>
            <SpaceBetween size="s">
              <Progress name={name} progress={pairingProgress(found, issued && before)} />
              <Link href={hrefTo([`${kind}s`, id])}>Open its page</Link>
              {rights.scopes.has(`${kind}:write`) && (
                <Button variant={issued && !ended ? 'normal' : 'primary'} loading={issue.busy} onClick={() => void issue.run()}>
                  {issued ? 'Make another one-time token' : 'Make a one-time token'}
                </Button>
              )}
              <Failure failure={issue.failure} />
            </SpaceBetween>
          </Container>
          {issued && (
            <Container
              header={
                <Header variant="h2" actions={<Countdown key={issued.token} until={issued.expiresAt} />}>
                  One-time token
                </Header>
              }
            >
              <PairingCommands name={name} rawToken={issued.rawEncoded ?? issued.token} />
            </Container>
          )}
        </SpaceBetween>
      )}
    </Found>
  );
}

const types: Readonly<Record<PairingProgress, StatusIndicatorProps.Type>> = {
  'not-paired': 'pending',
  waiting: 'pending',
  certified: 'in-progress',
  connected: 'success',
};

const words: Readonly<Record<PairingProgress, (name: string) => string>> = {
  'not-paired': (name) => `${name} is not paired.`,
  waiting: (name) => `Waiting for ${name} to pair`,
  certified: (name) => `${name} has its certificate. Waiting for its first call`,
  connected: (name) => `${name} is paired and connected.`,
};

const Progress = ({ name, progress }: { readonly name: string; readonly progress: PairingProgress }) => (
  <div aria-live="polite">
    <StatusIndicator type={types[progress]}>{words[progress](name)}</StatusIndicator>
  </div>
);
