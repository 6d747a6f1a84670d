import { Duration, Validations } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { allow } from './access.ts';
import type { Deployment } from './deployment.ts';
import { RunbookAlarm } from './runbook-alarm.ts';

export interface CanaryRolloutProps {
  readonly deployment: Deployment;
  readonly functionName: string;
  readonly alias: Alias;
  readonly logGroup: LogGroup;
}

const period = Duration.minutes(1);
/** Part of the calls of a minute, in percent, of which so many fail only by a fault of the version. */
const tooManyFailures = 10;

/**
 * Gives a new version 10 % of the calls for five minutes, then all of them. If its alarm rings meanwhile, the alias goes back to the version before,
 * and CloudFormation rolls the stack back.
 */
export class CanaryRollout extends Construct {
  constructor(scope: Construct, id: string, { deployment, functionName, alias, logGroup }: CanaryRolloutProps) {
    super(scope, id);
    const alarm = new RunbookAlarm(this, 'NewVersion', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'taken-back-version',
      summary: `${tooManyFailures} % of the calls of a new version of ${functionName}, or more, failed.`,
      metric: this.failureRate(functionName, alias, logGroup),
      threshold: tooManyFailures,
      // One call that fails in a quiet minute is not enough; a version that fails is noticed within three minutes.
      evaluationPeriods: 5,
      datapointsToAlarm: 2,
    });
    const role = this.role(functionName, alias);
    const group = new LambdaDeploymentGroup(this, 'Group', {
      application: new LambdaApplication(this, 'Application', { applicationName: functionName }),
      deploymentGroupName: alias.aliasName,
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alias,
      alarms: [alarm],
      // The library would add a managed policy for the aliases of every function.
      role: role.withoutPolicyUpdates(),
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
    group.node.addDependency(role);
  }

  /**
   * Failed calls of the new version in percent: those that Lambda counts, which crashed or ran out of time, and those that answered with an internal
   * error. Lambda names the version while the alias leads to two, so the version before does not count, and a faulty one can be replaced.
   */
  private failureRate(functionName: string, alias: Alias, logGroup: LogGroup): MathExpression {
    const { version } = alias.version;
    const failures = new MetricFilter(this, 'Failures', {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
      metricNamespace: 'Compass',
      metricName: `${functionName}-failures`,
      dimensions: { Version: '$.functionVersion' },
    });
    const ofVersion = (metricName: string) =>
      new Metric({
        namespace: 'AWS/Lambda',
        metricName,
        // The name of the alias, and no reference to it: the alias waits for this alarm.
        dimensionsMap: { FunctionName: functionName, Resource: `${functionName}:${alias.aliasName}`, ExecutedVersion: version },
        statistic: 'Sum',
        period,
      });
    return new MathExpression({
      expression: '100 * (FILL(crashes, 0) + FILL(failures, 0)) / FILL(calls, 1)',
      usingMetrics: {
        crashes: ofVersion('Errors'),
        failures: failures.metric({ dimensionsMap: { Version: version }, statistic: 'Sum', period }),
        calls: ofVersion('Invocations'),
      },
      period,
    });
  }

  /** Lets CodeDeploy move this alias, and no other. */
  private role(functionName: string, { lambda, aliasName }: Alias): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') });
    role.addToPolicy(
      allow(
        ['lambda:GetAlias', 'lambda:GetProvisionedConcurrencyConfig', 'lambda:UpdateAlias'],
        [lambda.functionArn, `${lambda.functionArn}:${aliasName}`],
      ),
    );
    role.addToPolicy(allow(['cloudwatch:DescribeAlarms'], ['*']));
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: `CodeDeploy asks for the state of alarms without naming them, for ${functionName}.`,
    });
    return role;
  }
}
