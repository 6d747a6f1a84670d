import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, type IChainable, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { timeLimits } from '#shared/provisioning/time-limits.ts';

/** A durable state machine; its log names every step but none of the data. */
export function workflowMachine(scope: Construct, comment: string, start: IChainable): StateMachine {
  return new StateMachine(scope, 'StateMachine', {
    definitionBody: DefinitionBody.fromChainable(start),
    comment,
    stateMachineType: StateMachineType.STANDARD,
    timeout: Duration.seconds(timeLimits.workflow),
    tracingEnabled: true,
    logs: {
      level: LogLevel.ALL,
      includeExecutionData: false,
      destination: new LogGroup(scope, 'Log', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
    },
  });
}
