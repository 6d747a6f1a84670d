import { Aws, Duration } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Access, allow } from './access.ts';
import type { Deployment } from './deployment.ts';
import { PrivateBucket } from './private-bucket.ts';

type ListsAccess = Access<{ CRL_BUCKET: string }>;

/** The signed lists of revoked certificates. The public gets them from a function, and only the latest of each authority. */
export class RevocationLists extends Construct {
  private readonly prefix: string;
  private readonly bucket: PrivateBucket;

  constructor(scope: Construct, id: string, { deployment, accessLogs }: { deployment: Deployment; accessLogs: IBucket }) {
    super(scope, id);
    this.prefix = deployment.settings.prefix;
    this.bucket = new PrivateBucket(this, 'Bucket', {
      bucketName: this.nameIn(Aws.ACCOUNT_ID, Aws.REGION),
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'revocation-lists/',
      // A list is valid for a week, and replaced twice a day.
      lifecycleRules: [{ expiration: Duration.days(30) }],
    });
  }

  readAccess(): ListsAccess {
    return this.access('s3:GetObject');
  }

  writeAccess(): ListsAccess {
    return this.access('s3:PutObject');
  }

  /** A physical name, so that other stacks can grant rights without an import. */
  private nameIn(account: string, region: string): string {
    return `${this.prefix}-crl-${account}-${region}`;
  }

  private access(action: string): ListsAccess {
    const objects = (partition: string, name: string) => `arn:${partition}:s3:::${name}/*`;
    return {
      environment: { CRL_BUCKET: this.bucket.bucketName },
      statements: [allow([action], [objects(Aws.PARTITION, this.nameIn(Aws.ACCOUNT_ID, Aws.REGION))])],
      wildcards: [
        {
          resource: objects('<AWS::Partition>', this.nameIn('<AWS::AccountId>', '<AWS::Region>')),
          reason: 'Lists are named by authority and number.',
        },
      ],
    };
  }
}
