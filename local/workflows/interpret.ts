import { StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { FunctionHost } from '../functions/function-host.ts';
import type { LocalMachine } from '../template/local-system.ts';

type Definition = ConstructorParameters<typeof StateMachine>[0];
type Json = Parameters<StateMachine['run']>[0];

const states: z.ZodType<Record<string, StateDefinition>> = z.lazy(() => z.record(z.string(), state));
const state = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  Branches: z.array(z.object({ States: states })).optional(),
  Iterator: z.object({ States: states }).optional(),
  ItemProcessor: z.object({ States: states }).optional(),
});
interface StateDefinition {
  readonly Type: string;
  readonly Resource?: string;
  readonly Branches?: readonly { readonly States: Record<string, StateDefinition> }[];
  readonly Iterator?: { readonly States: Record<string, StateDefinition> };
  readonly ItemProcessor?: { readonly States: Record<string, StateDefinition> };
}

export interface Interpretation {
  readonly result: Promise<unknown>;
  abort(): void;
}

/** Prepares the synthesized definition of a state machine for running, each Lambda task bound to its handler. */
export function interpreter({ name, definition }: LocalMachine, functions: FunctionHost) {
  const parsed: unknown = JSON.parse(definition);
  // Tests validate the synthesized definitions. To validate one takes as long as the rest of a start.
  const machine = new StateMachine(parsed as Definition, { validationOptions: { noValidate: true } });
  const tasks = lambdaTasks(name, z.object({ States: states }).parse(parsed).States);
  const handlers = Object.fromEntries(
    tasks.map(([task, arn]) => [task, (input: Json) => asLambdaTask(() => functions.invoke(arn, input)) as Promise<Json>]),
  );
  return (input: unknown, executionArn: string, executionName: string): Interpretation => {
    const { result, abort } = machine.run(input as Json, {
      overrides: { taskResourceLocalHandlers: handlers },
      context: { Execution: { Id: executionArn, Name: executionName } },
    });
    return { result, abort };
  };
}

/** The function of every Lambda task, nested states included. */
function lambdaTasks(machine: string, definitions: Record<string, StateDefinition>): [task: string, functionArn: string][] {
  return Object.entries(definitions).flatMap(([name, definition]) => [
    ...(definition.Type === 'Task' ? [[name, functionOf(machine, name, definition)] as [string, string]] : []),
    ...innerStates(definition).flatMap((inner) => lambdaTasks(machine, inner)),
  ]);
}

function functionOf(machine: string, name: string, { Resource = '' }: StateDefinition): string {
  if (Resource.includes(':function:')) return Resource;
  throw new Error(`${machine}.${name} uses ${Resource}; only tasks that are Lambda functions run on one machine`);
}

const innerStates = ({ Branches = [], Iterator, ItemProcessor }: StateDefinition): Record<string, StateDefinition>[] =>
  [...Branches, Iterator, ItemProcessor].flatMap((inner) => (inner ? [inner.States] : []));

/** Step Functions sees a function's error by its name, and as its cause the JSON that Lambda makes of it. */
async function asLambdaTask(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (thrown) {
    const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
    const error = new Error(JSON.stringify({ errorType: name, errorMessage: message, trace: (stack ?? '').split('\n') }), {
      cause: thrown,
    });
    error.name = name;
    throw error;
  }
}
