import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { DeploymentSettings } from '../environments.ts';

/** What every construct of a deployment shares. */
export interface Deployment {
  readonly settings: DeploymentSettings;
  readonly alarmTopic: ITopic;
}
