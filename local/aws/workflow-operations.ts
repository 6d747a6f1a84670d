import * as z from 'zod';
import { newId } from '#shared/core/ids.ts';
import type { Execution } from '../workflows/execution-store.ts';
import { executionArnOf, type WorkflowEngine } from '../workflows/workflow-engine.ts';
import type { AwsOperations } from './aws-endpoint.ts';
import { AwsError } from './aws-error.ts';

const startInput = z.object({
  stateMachineArn: z.string(),
  name: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .optional(),
  input: z.string().default('{}'),
});
const executionInput = z.object({ executionArn: z.string() });

const seconds = (isoTime: string): number => Date.parse(isoTime) / 1000;

/** The part of Step Functions that the Provisioner and its callers use. */
export function workflowOperations(engine: WorkflowEngine): AwsOperations {
  const get = async (input: unknown): Promise<Execution> => {
    const { executionArn } = executionInput.parse(input);
    const [, machine = '', name = ''] = /:execution:([\w-]+):([\w-]+)$/.exec(executionArn) ?? [];
    const found = name ? await engine.describe(machine, name) : undefined;
    if (!found) throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
    return found;
  };

  return {
    'AWSStepFunctions.StartExecution': async (input) => {
      const parsed = startInput.safeParse(input);
      if (!parsed.success) throw new AwsError('InvalidName', z.prettifyError(parsed.error));
      const { stateMachineArn, name = newId(), input: text } = parsed.data;
      const machine = stateMachineArn.slice(stateMachineArn.lastIndexOf(':') + 1);
      const { startedAt } = await engine.start(machine, name, text);
      return { executionArn: executionArnOf(machine, name), startDate: seconds(startedAt) };
    },
    'AWSStepFunctions.DescribeExecution': async (input) => {
      const { machine, name, status, input: text, output, error, cause, startedAt, stoppedAt } = await get(input);
      return {
        executionArn: executionArnOf(machine, name),
        name,
        status,
        input: text,
        startDate: seconds(startedAt),
        ...(stoppedAt ? { stopDate: seconds(stoppedAt) } : {}),
        ...(output === undefined ? {} : { output }),
        ...(error === undefined ? {} : { error, cause }),
      };
    },
    'AWSStepFunctions.StopExecution': async (input) => {
      const { machine, name } = await get(input);
      await engine.abort(machine, name);
      return { stopDate: seconds((await get(input)).stoppedAt ?? new Date().toISOString()) };
    },
  };
}
