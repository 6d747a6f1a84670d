import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Access, allow } from './access.ts';
import { PrivateBucket } from './private-bucket.ts';

type TruststoreAccess = Access<{ TRUSTSTORE_BUCKET: string; TRUSTSTORE_KEY: string }>;

/** The authorities whose client certificates count, one PEM file: read by the gateway for the handshake and by the functions. */
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
  }

  readAccess(): TruststoreAccess {
    return this.access('s3:GetObject');
  }

  writeAccess(): TruststoreAccess {
    return this.access('s3:PutObject');
  }

  private access(action: string): TruststoreAccess {
    return {
      environment: { TRUSTSTORE_BUCKET: this.bucket.bucketName, TRUSTSTORE_KEY: this.key },
      statements: [allow([action], [this.bucket.arnForObjects(this.key)])],
    };
  }
}
