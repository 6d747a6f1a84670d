import { ExecutionError, ExecutionTimeoutError } from 'aws-local-stepfunctions';
import type { Clock } from '#shared/core/clock.ts';
import { AwsError } from '../aws/aws-error.ts';
import type { FunctionHost } from '../functions/function-host.ts';
import { account, region } from '../template/local-identities.ts';
import type { LocalMachine } from '../template/local-system.ts';
import type { Execution, ExecutionStore } from './execution-store.ts';
import { type Interpretation, interpreter } from './interpret.ts';

interface Engine {
  readonly machines: readonly LocalMachine[];
  readonly functions: FunctionHost;
  readonly store: ExecutionStore;
  readonly clock: Clock;
}

export type WorkflowEngine = ReturnType<typeof workflowEngine>;

export const executionArnOf = (machine: string, name: string): string => `arn:aws:states:${region}:${account}:execution:${machine}:${name}`;

/** Runs state machines and stores their executions. An interrupted execution starts again from its first state. */
export function workflowEngine({ machines, functions, store, clock }: Engine) {
  const interpreters = new Map(machines.map((machine) => [machine.name, interpreter(machine, functions)]));
  const running = new Map<string, { readonly interpretation: Interpretation; readonly settled: Promise<void> }>();
  let stopping = false;
  let lastStart: Promise<unknown> = Promise.resolve();

  const launch = (execution: Execution): void => {
    const arn = executionArnOf(execution.machine, execution.name);
    const interpret = interpreters.get(execution.machine);
    if (!interpret) throw new Error(`There is no state machine ${execution.machine}`);
    const interpretation = interpret(JSON.parse(execution.input), arn, execution.name);
    const settled = interpretation.result
      .then(
        (output): Partial<Execution> => ({ status: 'SUCCEEDED', output: JSON.stringify(output) }),
        (error: unknown): Partial<Execution> => outcomeOf(error),
      )
      // An execution that the stop of the runner aborts stays RUNNING in its file, so that the next start finds it.
      .then((outcome) =>
        stopping && outcome.status === 'ABORTED' ? undefined : store.save({ ...execution, ...outcome, stoppedAt: clock().toISOString() }),
      )
      .catch((error) => console.error(error))
      .finally(() => running.delete(arn));
    running.set(arn, { interpretation, settled });
  };

  const startOnce = async (machine: string, name: string, input: string): Promise<Execution> => {
    const existing = await store.find(machine, name);
    if (existing) return sameStart(existing, input);
    const execution: Execution = { machine, name, input, status: 'RUNNING', startedAt: clock().toISOString() };
    await store.save(execution);
    launch(execution);
    return execution;
  };

  return {
    /** Idempotent by name and input while the execution runs; afterwards its name is taken, as in Step Functions. */
    start: async (machine: string, name: string, input: string): Promise<Execution> => {
      if (stopping) throw new AwsError('ServiceUnavailable', 'The system is stopping.');
      if (!interpreters.has(machine)) throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: ${machine}`);
      // One start after the other: of two with the same name the second must see the first.
      const started = lastStart.then(() => startOnce(machine, name, input));
      lastStart = started.catch(() => undefined);
      return started;
    },
    describe: (machine: string, name: string) => store.find(machine, name),
    abort: async (machine: string, name: string): Promise<void> => {
      const found = running.get(executionArnOf(machine, name));
      found?.interpretation.abort();
      await found?.settled;
    },
    /** Restarts the executions that the last stop interrupted. */
    resume: async (): Promise<void> => {
      for (const { name } of machines) for (const execution of await store.listRunning(name)) launch(execution);
    },
    stop: async (): Promise<void> => {
      stopping = true;
      const all = [...running.values()];
      for (const { interpretation } of all) interpretation.abort();
      await Promise.all(all.map(({ settled }) => settled));
    },
  };
}

function sameStart(existing: Execution, input: string): Execution {
  if (existing.status === 'RUNNING' && existing.input === input) return existing;
  throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArnOf(existing.machine, existing.name)}'`);
}

function outcomeOf(error: unknown): Partial<Execution> {
  if (error instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT' };
  if (!(error instanceof ExecutionError)) return { status: 'ABORTED' };
  const cause = error.cause instanceof Error ? error.cause : undefined;
  return { status: 'FAILED', error: cause?.name, cause: cause?.message };
}
