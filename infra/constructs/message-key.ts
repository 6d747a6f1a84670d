import { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** A key apart from that of the data, because EventBridge must be able to use it. It goes with its stack, as the queues do. */
export const messageKey = (scope: Construct, { settings }: Deployment, messages: string): Key =>
  new Key(scope, 'MessageKey', {
    description: `${settings.prefix} ${messages}`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
