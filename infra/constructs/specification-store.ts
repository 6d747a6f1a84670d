import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Access, allow } from './access.ts';
import { PrivateBucket } from './private-bucket.ts';

export type SpecificationAccess = Access<{ SPECIFICATIONS_BUCKET: string }>;

export interface SpecificationStoreProps {
  readonly encryptionKey: IKey;
  readonly accessLogs: IBucket;
}

/** The texts of specifications and documents that are too large for the table. */
export class SpecificationStore extends Construct {
  readonly bucket: PrivateBucket;
  private readonly encryptionKey: IKey;

  constructor(scope: Construct, id: string, { encryptionKey, accessLogs }: SpecificationStoreProps) {
    super(scope, id);
    this.encryptionKey = encryptionKey;
    this.bucket = new PrivateBucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      // No object is ever overwritten: an earlier version is one that was deleted, and can be brought back for a month.
      versioned: true,
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'specifications/',
    });
  }

  readWriteAccess(): SpecificationAccess {
    return this.access(
      allow(['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], [this.objects]),
      // Without the right to list, S3 answers "access denied" for an object that does not exist.
      allow(['s3:ListBucket'], [this.bucket.bucketArn]),
      allow(['kms:Decrypt', 'kms:GenerateDataKey'], [this.encryptionKey.keyArn], viaS3),
    );
  }

  /** Rights to store texts part by part, and to delete one after a failed write. */
  writeAccess(): SpecificationAccess {
    return this.access(
      allow(['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject'], [this.objects]),
      // S3 opens the key of the bucket to store under it.
      allow(['kms:Decrypt', 'kms:GenerateDataKey'], [this.encryptionKey.keyArn], viaS3),
    );
  }

  /** Rights to find and delete texts without reading them. */
  cleaningAccess(): SpecificationAccess {
    return this.access(allow(['s3:DeleteObject'], [this.objects]), allow(['s3:ListBucket'], [this.bucket.bucketArn]));
  }

  private get objects(): string {
    return this.bucket.arnForObjects('*');
  }

  private access(...statements: PolicyStatement[]): SpecificationAccess {
    // The functions are in other stacks, and the rules name the resource as it is imported there.
    const { 'Fn::ImportValue': imported } = this.bucket.stack.resolve(this.bucket.stack.exportValue(this.bucket.bucketArn));
    return {
      environment: { SPECIFICATIONS_BUCKET: this.bucket.bucketName },
      statements,
      wildcards: [{ resource: `${imported}/*`, reason: 'An object for each text, named by its owner and an id of its own.' }],
    };
  }
}

/** The key serves the bucket only: no principal may decrypt with it directly. */
const viaS3 = { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } };
