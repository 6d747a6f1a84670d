import { Duration } from 'aws-cdk-lib';
import { type EventPattern, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { runDone } from '#shared/lambda/run-done.ts';
import type { Deployment } from './deployment.ts';
import { Heartbeat } from './heartbeat.ts';
import type { ServiceFunction } from './service-function.ts';

export interface ScheduledRunProps {
  readonly deployment: Deployment;
  /** Summary of the work, in a few words. */
  readonly description: string;
  readonly every: Duration;
  /** Matches events of the account's own bus at which it runs besides. */
  readonly alsoAt?: EventPattern;
  readonly target: ServiceFunction;
  /** A filter of the line that each successful run writes. Default: one is made, and its metric is charged. */
  readonly successes?: MetricFilter;
}

/** Runs that one period of the alarm would hold. */
const missedRuns = 3;
const minPeriodSeconds = Duration.minutes(5);

/**
 * Runs a function periodically. A failed run is not repeated: the next one continues its work, so no dead letters are needed. Its alarm counts successful
 * runs, so that it rings alike if the function is not started and if it fails.
 */
export class ScheduledRun extends Construct {
  constructor(scope: Construct, id: string, { deployment, description, every, alsoAt, target, successes }: ScheduledRunProps) {
    super(scope, id);
    // The shortest age that EventBridge and Lambda allow: a run that cannot begin by then is left out.
    const onlyNow = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };
    target.function.configureAsyncInvoke(onlyNow);
    new Rule(this, 'Rule', {
      description,
      schedule: Schedule.rate(every),
      eventPattern: alsoAt,
      targets: [new LambdaFunction(target.function, onlyNow)],
    });
    const period = Duration.seconds(Math.max(minPeriodSeconds.toSeconds(), missedRuns * every.toSeconds()));
    new Heartbeat(this, 'Missed', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'missed-runs',
      summary: `${target.node.id}, which runs every ${every.toHumanString()}, did not end a run well for ${period.toHumanString()}, twice in a row.`,
      metric: (successes ?? this.successesOf(target)).metric({ period, statistic: 'SampleCount' }),
      evaluationPeriods: 2,
    });
  }

  private successesOf({ logGroup, functionName }: ServiceFunction): MetricFilter {
    return new MetricFilter(this, 'Successes', {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', runDone),
      metricNamespace: 'Compass',
      metricName: `${functionName}-runs`,
    });
  }
}
