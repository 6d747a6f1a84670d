import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { AlarmRule } from './alarm-rule.ts';
import type { Deployment } from './deployment.ts';

/**
 * Publishes to the alarm topic if a key is disabled or its deletion is scheduled. EventBridge receives such calls from a trail of
 * CloudTrail, which the account must have.
 */
export class EndangeredKeys extends Construct {
  constructor(scope: Construct, id: string, { deployment, keys }: { deployment: Deployment; keys: readonly IKey[] }) {
    super(scope, id);
    new AlarmRule(this, 'Calls', {
      deployment,
      description: 'Keys that are disabled or about to be deleted',
      eventPattern: {
        source: ['aws.kms'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: { eventName: ['DisableKey', 'ScheduleKeyDeletion'], resources: { ARN: keys.map(({ keyArn }) => keyArn) } },
      },
      summary: `A key of ${deployment.settings.prefix} was disabled, or is to be deleted.`,
      runbook: 'endangered-keys',
    });
  }
}
