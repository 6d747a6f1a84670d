import { type IRuleTarget, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { seeRunbook } from './runbook-alarm.ts';

/**
 * Publishes to the alarm topic if a key is disabled or its deletion is scheduled. EventBridge receives such calls from a trail of
 * CloudTrail, which the account must have.
 */
export class EndangeredKeys extends Construct {
  constructor(scope: Construct, id: string, { deployment, keys }: { deployment: Deployment; keys: readonly IKey[] }) {
    super(scope, id);
    const summary = `A key of ${deployment.settings.prefix} was disabled, or is to be deleted.`;
    // The library's target would change the policy of the topic, whose stack is deployed before this one; it allows rules to publish already.
    const topic: IRuleTarget = {
      bind: () => ({ arn: deployment.alarmTopic.topicArn, input: RuleTargetInput.fromText(seeRunbook(summary, 'endangered-keys')) }),
    };
    new Rule(this, 'Rule', {
      description: 'Keys that are disabled or about to be deleted',
      eventPattern: {
        source: ['aws.kms'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: { eventName: ['DisableKey', 'ScheduleKeyDeletion'], resources: { ARN: keys.map(({ keyArn }) => keyArn) } },
      },
      targets: [topic],
    });
  }
}
