import type { EventPattern } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Access, allow } from './access.ts';
import { PrivateBucket } from './private-bucket.ts';

export type TruststoreAccess = Access<{ TRUSTSTORE_BUCKET: string; TRUSTSTORE_KEY: string }>;

/** The authorities whose client certificates are accepted, one PEM file: read by the gateway for the handshake and by the functions. */
export class Truststore extends Construct {
  readonly bucket: PrivateBucket;
  readonly key = 'truststore.pem';

  constructor(scope: Construct, id: string, { accessLogs }: { accessLogs: IBucket }) {
    super(scope, id);
    // Versioned, because the gateway loads a truststore again only when its version changes. S3's own encryption, because the gateway reads it without our key.
    this.bucket = new PrivateBucket(this, 'Bucket', {
      versioned: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'truststore/',
    });
    // The library's switch brings a function of its own to set what the template can say.
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  /** Matches each publication, on the account's own bus. */
  get publication(): EventPattern {
    return {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [this.bucket.bucketName] }, object: { key: [this.key] } },
    };
  }

  readAccess(): TruststoreAccess {
    return this.access(allow(['s3:GetObject'], [this.object]));
  }

  updateAccess(): TruststoreAccess {
    return this.access(
      allow(['s3:GetObject', 's3:PutObject'], [this.object]),
      // Without the right to list, S3 answers "access denied" for an object that does not exist.
      allow(['s3:ListBucket'], [this.bucket.bucketArn]),
    );
  }

  private get object(): string {
    return this.bucket.arnForObjects(this.key);
  }

  private access(...statements: PolicyStatement[]): TruststoreAccess {
    return { environment: { TRUSTSTORE_BUCKET: this.bucket.bucketName, TRUSTSTORE_KEY: this.key }, statements };
  }
}
