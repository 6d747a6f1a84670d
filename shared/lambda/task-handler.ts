import { randomUUID } from 'node:crypto';
import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type * as z from 'zod';
import { AppError } from '#shared/core/errors.ts';
import { isTransient } from '#shared/core/transient-error.ts';
import type { StepInput } from '#shared/provisioning/step-inputs.ts';
import { transientFailure, unexpectedFailure } from '#shared/provisioning/task-errors.ts';

/**
 * The edge of a workflow task: checks its input, writes one log line, and fails under a name that the state machine can match: the code of a domain
 * error, TransientFailure, or InternalError for every other error.
 */
export const taskHandler = <Schema extends z.ZodType<StepInput, StepInput>, Result>(
  log: Pick<Logger, 'info' | 'error'>,
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Result>,
) =>
  middy<StepInput, Result>()
    .use(taskLog(log))
    .handler(async (event) => run(schema.parse(event)));

function taskLog(log: Pick<Logger, 'info' | 'error'>): middy.MiddlewareObj<StepInput> {
  return {
    after: ({ event }) => log.info('task done', fieldsOf(event)),
    onError: (request) => {
      const error = request.error as Error;
      const failure = taskFailure(error, randomUUID());
      log.error('task failed', { ...fieldsOf(request.event), failure: failure.name, reason: failure.message, error });
      request.error = failure;
    },
  };
}

const fieldsOf = ({ tenant, operationId, runtimeId }: StepInput) => ({ tenant, operationId, runtimeId });

/** A new error without stack and cause, because all of it becomes part of the execution's history. */
function taskFailure(error: Error, errorId: string): Error {
  if (error instanceof AppError) return named(error.code, error.message);
  if (isTransient(error)) return named(transientFailure, `a service we depend on did not answer (${error.name})`);
  return named(unexpectedFailure, `Internal Server Error [errorID=${errorId}]`);
}

function named(name: string, message: string): Error {
  const failure = new Error(message);
  failure.name = name;
  failure.stack = `${name}: ${message}`;
  return failure;
}
