import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { adviceOn } from '../client/advice.ts';
import { useApi } from '../client/api-context.ts';
import { useAction } from '../client/use-action.ts';
import { useReading } from '../client/use-query.ts';
import { ReconnectRuntime, RuntimeStatus, UpgradeRuntime } from '../operations/provisioner.generated.ts';
import { Failure } from '../parts/failure.tsx';
import { Found } from '../parts/found.tsx';
import { timelineOf } from './workflow-steps.ts';

interface Operation {
  readonly id: string | null;
  readonly operation: string;
  readonly state: string;
  readonly message: string | null;
  readonly lastError: { readonly errMessage: string | null; readonly reason: string | null; readonly component: string | null } | null;
  readonly steps: Parameters<typeof timelineOf>[0]['steps'];
}

const refreshMs = 2_000;
const types: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  Succeeded: 'success',
  Failed: 'error',
  InProgress: 'in-progress',
  Pending: 'pending',
  done: 'success',
  failed: 'error',
  running: 'in-progress',
  open: 'pending',
};

const stepWords = { done: 'done', failed: 'failed', running: 'running', open: 'to come' } as const;

/** The last operation on a Runtime, step by step, and what its driver built. */
export function Provisioning({ id }: { readonly id: string }) {
  const query = useReading(`status ${id}`, async (send, signal) => (await send(RuntimeStatus, { id }, { signal })).status, {
    everyMs: refreshMs,
  });
  return (
    <Found query={query}>
      {({ lastOperationStatus: operation, runtimeConnectionStatus: connection, infrastructure }) => (
        <SpaceBetween size="l">
          <Container
            header={
              <Header variant="h2" actions={operation && <OperationActions id={id} state={operation.state} onChange={query.reload} />}>
                Last operation
              </Header>
            }
          >
            {operation ? <OperationView operation={operation} /> : <Box>It was registered only: no driver built it.</Box>}
          </Container>
          <Container header={<Header variant="h2">Infrastructure</Header>}>
            <KeyValuePairs
              columns={3}
              items={[
                { label: 'Agent', value: connection?.status.toLowerCase() ?? '–' },
                { label: 'Driver', value: infrastructure?.driver ?? '–' },
                { label: 'Version of the template', value: infrastructure?.templateVersion ?? '–' },
                { label: 'Stack', value: stackLink(infrastructure) },
                ...(infrastructure?.outputs ?? []).map(({ key, value }) => ({ label: key, value })),
              ]}
            />
          </Container>
        </SpaceBetween>
      )}
    </Found>
  );
}

function stackLink(infrastructure: { readonly stackID: string | null; readonly consoleURL: string | null } | null) {
  if (!infrastructure?.stackID) return '–';
  if (!infrastructure.consoleURL) return infrastructure.stackID;
  return (
    <Link external href={infrastructure.consoleURL}>
      {infrastructure.stackID}
    </Link>
  );
}

function OperationView({ operation }: { readonly operation: Operation }) {
  const { state, message, lastError } = operation;
  return (
    <SpaceBetween size="m">
      <div aria-live="polite">
        <StatusIndicator type={types[state] ?? 'info'}>
          {operation.operation}: {message ?? state}
        </StatusIndicator>
      </div>
      {lastError && (
        <Alert type="error" header={`${lastError.component ?? 'A step'} failed: ${lastError.reason ?? 'unknown reason'}`}>
          <p>{lastError.errMessage}</p>
          <p>{adviceOn[lastError.reason ?? ''] ?? 'The message says what to change. Then remove the Runtime and provision it again.'}</p>
        </Alert>
      )}
      <ol aria-label="Steps">
        {timelineOf(operation).map((step) => (
          <li key={step.name}>
            <StatusIndicator type={types[step.state] ?? 'info'} iconAriaLabel={stepWords[step.state]}>
              {step.title}
              {step.seconds !== undefined && ` (${step.seconds} s)`}
            </StatusIndicator>
          </li>
        ))}
      </ol>
    </SpaceBetween>
  );
}

interface OperationActionsProps {
  readonly id: string;
  readonly state: string;
  readonly onChange: () => void;
}

function OperationActions({ id, state, onChange }: OperationActionsProps) {
  const { send, rights } = useApi();
  const run = useAction(async (operation: typeof ReconnectRuntime | typeof UpgradeRuntime) => {
    if (operation === ReconnectRuntime) await send(ReconnectRuntime, { id });
    else await send(UpgradeRuntime, { id });
    onChange();
  });
  if (!rights.scopes.has('runtime:write')) return null;
  const busy = run.busy || state === 'InProgress' || state === 'Pending';
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs">
        <Button disabled={busy} onClick={() => void run.run(ReconnectRuntime)}>
          Reconnect the Agent
        </Button>
        <Button disabled={busy} onClick={() => void run.run(UpgradeRuntime)}>
          Upgrade
        </Button>
      </SpaceBetween>
      <Failure failure={run.failure} />
    </SpaceBetween>
  );
}
