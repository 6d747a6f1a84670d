import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../environments.ts';
import { outlivesItsStack } from './retention.ts';

export interface ServiceLogProps {
  readonly settings: Pick<DeploymentSettings, 'logRetention' | 'logsOutliveStacks'>;
  readonly logGroupName: string;
}

/** The log of a function, an API or a workflow. The settings say how long it is kept, and if it outlives what wrote it. */
export class ServiceLog extends LogGroup {
  constructor(scope: Construct, id: string, { settings, logGroupName }: ServiceLogProps) {
    super(scope, id, {
      logGroupName,
      retention: settings.logRetention,
      removalPolicy: settings.logsOutliveStacks ? outlivesItsStack : RemovalPolicy.DESTROY,
    });
  }
}
