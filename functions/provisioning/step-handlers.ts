import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { taskHandler } from '#shared/lambda/task-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import type { stepInput } from '#shared/provisioning/step-inputs.ts';
import { functionNameOf, type ModuleDeps, type StepModule, type StepName, stepNames, steps } from './steps.ts';

type Handler = (event: never, context: Context) => Promise<unknown>;
type StepOf<M extends StepModule> = { [N in StepName]: (typeof steps)[N]['module'] extends M ? N : never }[StepName];

/** The handlers of a module's steps, by the names of the steps. */
export function handlersOf<M extends StepModule>(
  module: M,
  deps: ModuleDeps[M],
  logOf: (functionName: string) => Parameters<typeof taskHandler>[0] = logger,
): Record<StepOf<M>, Handler> {
  const own = stepNames.filter((name) => steps[name].module === module);
  return Object.fromEntries(own.map((name) => [name, handlerOf(name, deps, logOf(functionNameOf(name)))])) as Record<StepOf<M>, Handler>;
}

function handlerOf(name: StepName, deps: object, log: Parameters<typeof taskHandler>[0]): Handler {
  const { input, run } = steps[name];
  // The table was checked entry by entry; their union cannot be called.
  return taskHandler(log, input, async (parsed) => {
    await noteBegin(parsed, deps as Pick<ModuleDeps[StepModule], 'operations' | 'clock'>);
    return run(parsed as never, deps as never);
  }) as Handler;
}

/** Notes that the step has begun, so that callers see how far an operation is. */
async function noteBegin(
  { tenant, operationId, begins }: z.output<typeof stepInput>,
  { operations, clock }: Pick<ModuleDeps[StepModule], 'operations' | 'clock'>,
): Promise<void> {
  if (!begins) return;
  const { step, cleansUp } = begins;
  await operations.noteStep(tenant, operationId, step, { startedAt: clock().toISOString(), cleansUp });
}
