import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  type IChainable,
  JsonPath,
  type RetryProps,
  TaskInput,
  type TaskStateBase,
  Timeout,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { patientRetry, timeoutRetry, transientRetry } from './retry-policies.ts';

/** A state that can be followed by another one. */
export type Step = TaskStateBase;

/** The input of every task: the keys to read everything else. */
const subject = {
  tenant: JsonPath.stringAt('$.tenant'),
  operationId: JsonPath.stringAt('$.operationId'),
  runtimeId: JsonPath.stringAt('$.runtimeId'),
};

export interface StepOptions {
  /** Path of the task's answer in the state; without it the answer is dropped. */
  readonly result?: string | undefined;
  /** More of the state for the task, besides its subject. */
  readonly input?: Record<string, unknown>;
}

function step(scope: Construct, name: string, lambdaFunction: IFunction, { result, input }: StepOptions, retry: RetryProps) {
  return LambdaInvoke.jsonPath(scope, name, {
    lambdaFunction,
    payloadResponseOnly: true,
    payload: TaskInput.fromObject({ ...subject, ...input }),
    resultPath: result ?? JsonPath.DISCARD,
    retryOnServiceExceptions: false,
    taskTimeout: Timeout.duration(Duration.seconds(60)),
  })
    .addRetry(retry)
    .addRetry(timeoutRetry);
}

/** A main step. Its error after the retries is passed to `onFailure`, under the step's name. */
export function forwardStep(scope: Construct, name: string, task: IFunction, onFailure: IChainable, options: StepOptions): Step {
  return step(scope, name, task, options, transientRetry).addCatch(onFailure, { errors: ['States.ALL'], resultPath: `$.failure.${name}` });
}

/** A step that cleans up, after a failure or before the end. Its own failure is noted, beside the original one if there is one, and leads on to `next`. */
export function cleanupStep(scope: Construct, name: string, task: IFunction, next: IChainable, options: StepOptions): Step {
  return step(scope, name, task, options, patientRetry).addCatch(next, {
    errors: ['States.ALL'],
    resultPath: `$.cleanup.${name}`,
  });
}

/** The step that ends a failed operation; it reads the failures from the state. Nothing can catch its own failure. */
export function reportStep(scope: Construct, name: string, task: IFunction): Step {
  return LambdaInvoke.jsonPath(scope, name, {
    lambdaFunction: task,
    payloadResponseOnly: true,
    resultPath: JsonPath.DISCARD,
    retryOnServiceExceptions: false,
    taskTimeout: Timeout.duration(Duration.seconds(60)),
  })
    .addRetry(patientRetry)
    .addRetry(timeoutRetry);
}

export interface Poll {
  /** The awaited condition, as a state name. */
  readonly subject: string;
  /** Makes the state of the check. */
  readonly check: (name: string, options: StepOptions) => Step;
  /** Holds `{deadline}` on entry and `{state, deadline, waitSeconds}` after each check. */
  readonly path: string;
  readonly next: IChainable;
}

/**
 * Checks, and while the answer is not `ready` waits as long as it says and checks again. The check itself fails once the deadline
 * has passed, so the loop ends.
 */
export function pollUntilReady(scope: Construct, { subject: what, check: checkOf, path, next }: Poll): Step {
  const check = checkOf(`Check${what}`, { result: path, input: { deadline: JsonPath.stringAt(`${path}.deadline`) } });
  const wait = Wait.jsonPath(scope, `WaitFor${what}`, { time: WaitTime.secondsPath(`${path}.waitSeconds`) });
  check.next(
    Choice.jsonPath(scope, `Is${what}Ready`)
      .when(Condition.stringEquals(`${path}.state`, 'ready'), next)
      .otherwise(wait.next(check)),
  );
  return check;
}
