import { Aws } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { onBehalfOf } from './source-conditions.ts';

export interface AccountBudgetProps {
  /** Physical names begin with this. */
  readonly prefix: string;
  readonly alarmTopic: Topic;
  /** US dollars that the account is to spend in a month at most. */
  readonly monthlyUsd: number;
}

/**
 * Percentages of the budget that are published: of what was spent, and of what will be spent by the end of the month. With others CloudFormation makes
 * the budget anew, which then needs another name.
 */
const thresholds = { ACTUAL: 80, FORECASTED: 100 } as const;

/** Publishes to the alarm topic when the account nears its budget of a month. AWS counts the whole account, some hours late. */
export class AccountBudget extends Construct {
  constructor(scope: Construct, id: string, { prefix, alarmTopic, monthlyUsd }: AccountBudgetProps) {
    super(scope, id);
    const { policyDependable } = alarmTopic.addToResourcePolicy(fromBudgets(alarmTopic));
    const subscribers = [{ subscriptionType: 'SNS', address: alarmTopic.topicArn }];
    const budget = new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: prefix,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyUsd, unit: 'USD' },
      },
      notificationsWithSubscribers: Object.entries(thresholds).map(([notificationType, threshold]) => ({
        notification: { notificationType, threshold, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
        subscribers,
      })),
    });
    // A budget is refused whose topic does not let it publish.
    if (policyDependable) budget.node.addDependency(policyDependable);
  }
}

const fromBudgets = ({ topicArn }: Topic): PolicyStatement =>
  new PolicyStatement({
    sid: 'BudgetsOfThisAccount',
    principals: [new ServicePrincipal('budgets.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topicArn],
    conditions: onBehalfOf(`arn:${Aws.PARTITION}:budgets::${Aws.ACCOUNT_ID}:*`),
  });
