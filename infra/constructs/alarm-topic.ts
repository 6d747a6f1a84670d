import { Aws, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../environments.ts';
import { onBehalfOf } from './source-conditions.ts';

/** Adds a topic to which the deployment's alarms of its Region are published; `name` is without the deployment's prefix. */
export function addAlarmTopic(scope: Construct, { prefix, alarmEmail }: DeploymentSettings, name: string): Topic {
  const topic = new Topic(scope, 'Alarms', { topicName: `${prefix}-${name}`, enforceSSL: true });
  Validations.of(topic).acknowledge({
    id: 'AwsSolutions-SNS2',
    reason: 'Alarms name resources and numbers, no data of tenants. A key would be one more part that silences them when it fails.',
  });
  letPublish(topic, prefix);
  if (alarmEmail) topic.addSubscription(new EmailSubscription(alarmEmail));
  return topic;
}

/** Lets the account's alarms publish. The policy that requires TLS replaces SNS's default one, which would. */
function letPublish(topic: Topic, prefix: string): void {
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisDeployment',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: onBehalfOf(`arn:${Aws.PARTITION}:cloudwatch:${Aws.REGION}:${Aws.ACCOUNT_ID}:alarm:${prefix}-*`),
    }),
  );
}
