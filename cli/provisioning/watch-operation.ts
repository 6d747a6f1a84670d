import { CliError } from '../cli-error.ts';
import { refusals } from '../client/advice.ts';
import type { ApiClient } from '../client/api-client.ts';
import { OperationProgress, RuntimeProgress } from '../operations/provisioner.generated.ts';
import type { Surroundings } from '../surroundings.ts';

interface Watching {
  readonly api: ApiClient;
  readonly surroundings: Pick<Surroundings, 'now' | 'pause'>;
  /** Takes a line for each thing that changed. */
  readonly note: (line: string) => void;
}

const pauseMs = 2000;

/**
 * Follows an operation to its end, and says what changes: its message, each step, the infrastructure, the connection of the Agent. Returns the
 * operation that succeeded. Throws a CliError with the step and the reason of a failure, and after the time; the operation goes on then.
 */
export async function watchOperation(
  { operationId, runtimeId }: { readonly operationId: string; readonly runtimeId: string },
  timeoutMs: number,
  { api, surroundings: { now, pause }, note }: Watching,
) {
  const started = now().getTime();
  const said = new Set<string>();
  const say = (text: string) => {
    if (said.has(text)) return;
    said.add(text);
    note(`${clock(now().getTime() - started)}  ${text}`);
  };
  for (;;) {
    const operation = await operationNow(operationId, api);
    for (const text of [...beginningOf(operation), ...stepLines(operation.steps)]) say(text);
    if (operation.state === 'Failed') throw failure(operation.lastError);
    for (const text of [...(await factsOf(runtimeId, api)), ...endOf(operation)]) say(text);
    if (operation.state === 'Succeeded') return operation;
    if (now().getTime() - started > timeoutMs)
      throw new CliError('unavailable', `The operation ${operationId} is still in progress.`, {
        advice: 'It goes on: compass status shows when the Runtime is connected.',
      });
    await pause(pauseMs);
  }
}

async function operationNow(id: string, api: ApiClient) {
  const { operation } = await api.send(OperationProgress, { id });
  if (!operation) throw new CliError('not-found', `There is no operation ${id}.`);
  return operation;
}

interface Told {
  readonly state: string;
  readonly message: string | null;
}

const isActive = ({ state }: Told): boolean => state === 'Pending' || state === 'InProgress';
const beginningOf = (operation: Told): string[] => (isActive(operation) ? [operation.message ?? operation.state] : []);
const endOf = (operation: Told): string[] => (isActive(operation) ? [] : [operation.message ?? operation.state]);

interface Step {
  readonly name: string;
  readonly state: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly error: string | null;
}

/** A line for each step that runs or has ended. */
const stepLines = (steps: readonly Step[] | null): string[] => (steps ?? []).map(stepLine);

function stepLine({ name, state, startedAt, finishedAt, error }: Step): string {
  if (finishedAt === null) return `${name}: running`;
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  return state === 'Failed' ? `${name}: failed after ${seconds} s: ${error}` : `${name}: done in ${seconds} s`;
}

/** Known of the Runtime beside its operation; nothing once it is gone. */
async function factsOf(id: string, api: ApiClient): Promise<string[]> {
  const { runtime } = await api.send(RuntimeProgress, { id }).catch((error: unknown) => {
    if (error instanceof CliError && error.kind === 'not-found') return { runtime: null };
    throw error;
  });
  if (!runtime) return [];
  const { infrastructure, runtimeConnectionStatus } = runtime;
  return [
    ...(infrastructure?.stackID ? [`Infrastructure: ${infrastructure.consoleURL ?? infrastructure.stackID}`] : []),
    `Agent: ${runtimeConnectionStatus?.status}`,
  ];
}

interface Failure {
  readonly errMessage: string | null;
  readonly reason: string | null;
  readonly component: string | null;
}

function failure(error: Failure | null): CliError {
  const where = error?.component ? ` at the step ${error.component}` : '';
  const why = error?.errMessage?.replace(`${error.component}: `, '') ?? 'the control plane gives no reason';
  const advice = refusals[error?.reason ?? '']?.advice ?? 'docs/errors.md lists the reasons of failed operations.';
  return new CliError('failed', `The operation failed${where}: ${why} (${error?.reason ?? 'unknown'}).`, { advice });
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
