import { CustomResource, Duration } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { consolePublisherEnvironment } from '#functions/console-publisher/env.ts';
import { type Access, allow } from '../access.ts';
import type { Deployment } from '../deployment.ts';
import { codeKeyOf, functionCodeWithConsole } from '../function-code.ts';
import { ServiceFunction } from '../service-function.ts';

interface PublishedConsoleProps {
  readonly deployment: Deployment;
  readonly bucket: Bucket;
  /** The content of `config.json`. */
  readonly configuration: string;
}

/** Puts the files of the console into their bucket while the stack is deployed, and takes them out before it goes. */
export class PublishedConsole extends Construct {
  constructor(scope: Construct, id: string, { deployment, bucket, configuration }: PublishedConsoleProps) {
    super(scope, id);
    const entry = 'functions/console-publisher/handler.ts';
    const publisher = new ServiceFunction(this, 'ConsolePublisher', {
      deployment,
      name: 'console-publisher',
      entry,
      code: functionCodeWithConsole(entry),
      schema: consolePublisherEnvironment,
      access: [publishingTo(bucket)],
      environment: { CONSOLE_CONFIGURATION: configuration },
      timeout: Duration.minutes(1),
      memorySize: 512,
    });
    const publication = new CustomResource(this, 'Publication', {
      resourceType: 'Custom::CompassConsole',
      serviceToken: publisher.function.functionArn,
      serviceTimeout: Duration.minutes(3),
      // It is published again whenever one of these changes.
      properties: { Configuration: configuration, Code: codeKeyOf(publisher.function) },
    });
    publication.node.addDependency(bucket);
  }
}

function publishingTo(bucket: Bucket): Access<{ CONSOLE_BUCKET: string }> {
  const { Ref: _, 'Fn::GetAtt': [id] = [] } = bucket.stack.resolve(bucket.bucketArn);
  return {
    environment: { CONSOLE_BUCKET: bucket.bucketName },
    statements: [allow(['s3:DeleteObject', 's3:PutObject'], [bucket.arnForObjects('*')]), allow(['s3:ListBucket'], [bucket.bucketArn])],
    wildcards: [{ resource: `<${id}.Arn>/*`, reason: 'Files of the console are named by their content.' }],
  };
}
