import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { AccountBudget } from '../constructs/account-budget.ts';
import { addAlarmTopic } from '../constructs/alarm-topic.ts';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import type { DeploymentSettings } from '../environments.ts';

const rules = new ServicePrincipal('events.amazonaws.com');

/** Part of the account's concurrency at which throttling is near. */
const busyShare = 0.8;

/** The topic of all alarms, and the alarms on resources that all functions share. The other alarms are beside their resources. */
export class ObservabilityStack extends Stack {
  readonly alarmTopic: Topic;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: DeploymentSettings }) {
    super(scope, id, props);
    this.alarmTopic = addAlarmTopic(this, settings, 'alarms');
    this.letRulesPublish();
    this.watchTheAccount(settings);
    const { prefix, monthlyBudgetUsd: monthlyUsd } = settings;
    if (monthlyUsd) new AccountBudget(this, 'Budget', { prefix, alarmTopic: this.alarmTopic, monthlyUsd });
  }

  private letRulesPublish(): void {
    this.alarmTopic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'RulesOfThisAccount',
        principals: [rules],
        actions: ['sns:Publish'],
        // EventBridge supports no condition here.
        resources: [this.alarmTopic.topicArn],
      }),
    );
  }

  private watchTheAccount({ accountConcurrency }: DeploymentSettings): void {
    const { alarmTopic } = this;
    new RunbookAlarm(this, 'Throttles', {
      alarmTopic,
      runbook: 'function-throttles',
      summary: 'Lambda refused to run functions of this account and Region: their concurrency is used up.',
      metric: ofAllFunctions('Throttles', 'Sum'),
      threshold: 1,
    });
    new RunbookAlarm(this, 'Concurrency', {
      alarmTopic,
      runbook: 'function-throttles',
      summary: `More than ${busyShare * 100} % of the account's ${accountConcurrency} concurrent executions are in use.`,
      metric: ofAllFunctions('ClaimedAccountConcurrency', 'Maximum'),
      threshold: Math.ceil(busyShare * accountConcurrency),
    });
    new RunbookAlarm(this, 'Undelivered', {
      alarmTopic,
      runbook: 'alarms-undelivered',
      summary: 'A subscriber of the alarms could not be reached.',
      metric: alarmTopic.metricNumberOfNotificationsFailed({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
    });
  }
}

const ofAllFunctions = (metricName: string, statistic: string): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName, period: Duration.minutes(5), statistic });
