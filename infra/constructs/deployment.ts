import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { DeploymentSettings } from '../environments.ts';

/** Values that all constructs of a deployment share. */
export interface Deployment {
  readonly settings: DeploymentSettings;
  readonly alarmTopic: ITopic;
}
