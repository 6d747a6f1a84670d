import { Duration } from 'aws-cdk-lib';
import { JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';
import { timeoutErrors, transientTaskErrors } from '#shared/provisioning/task-errors.ts';

/** Failures of the Lambda service itself; the task may or may not have run. */
const lambdaServiceErrors = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.TooManyRequestsException',
];

/** For steps towards the goal. Waits at most 1 + 2 + 4 + 8 + 16 = 31 s. */
export const transientRetry: RetryProps = {
  errors: [...transientTaskErrors, ...lambdaServiceErrors],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxAttempts: 5,
  jitterStrategy: JitterType.FULL,
};

/**
 * For steps that clean up and that end the operation: no later step repairs their failure.
 * Waits at most 2 + 4 + 8 + 16 + 32 + 60 + 60 + 60 = 242 s.
 */
export const patientRetry: RetryProps = {
  ...transientRetry,
  interval: Duration.seconds(2),
  maxDelay: Duration.seconds(60),
  maxAttempts: 8,
};

/** A task that ran out of time, of its state or of its function, is safe to repeat. Waits 5 + 10 = 15 s, besides up to 3 task timeouts. */
export const timeoutRetry: RetryProps = {
  errors: [...timeoutErrors],
  interval: Duration.seconds(5),
  backoffRate: 2,
  maxAttempts: 2,
};
