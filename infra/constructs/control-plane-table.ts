import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Operation, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { tableShape } from '#shared/aws/table-shape.ts';
import { type Access, allow, permission } from './access.ts';
import type { Deployment } from './deployment.ts';
import { RunbookAlarm } from './runbook-alarm.ts';

export interface ControlPlaneTableProps {
  readonly deployment: Deployment;
  readonly encryptionKey: IKey;
}

type TableAccess = Access<{ TABLE_NAME: string }>;

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table. Its `...Access` methods are the only ways to it, each with the exact actions its users need. */
export class ControlPlaneTable extends Construct {
  readonly table: Table;
  private readonly encryptionKey: IKey;

  constructor(scope: Construct, id: string, { deployment, encryptionKey }: ControlPlaneTableProps) {
    super(scope, id);
    this.encryptionKey = encryptionKey;
    this.table = new Table(this, 'Table', {
      tableName: `${deployment.settings.prefix}-control-plane`,
      partitionKey: text(tableShape.partitionKey),
      sortKey: text(tableShape.sortKey),
      timeToLiveAttribute: tableShape.timeToLive,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, keys] of Object.entries(tableShape.indexes)) {
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: text(keys.partitionKey),
        sortKey: text(keys.sortKey),
        projectionType: ProjectionType.ALL,
      });
    }
    new RunbookAlarm(this, 'Throttles', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'table-throttles',
      summary: 'The control-plane table refuses requests.',
      metric: this.table.metricThrottledRequestsForOperations({
        operations: [Operation.GET_ITEM, Operation.QUERY, Operation.BATCH_GET_ITEM, Operation.PUT_ITEM, Operation.UPDATE_ITEM],
        period: Duration.minutes(5),
      }),
      threshold: 1,
    });
  }

  /** Reads and writes of entities, transactions included (they are authorised by the actions they consist of). */
  registryAccess(): TableAccess {
    return this.access(
      [
        'dynamodb:BatchGetItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
      { indexes: true },
    );
  }

  /** Reads of many entities at once, for whoever computes what a change means to others. */
  readAccess(): TableAccess {
    return this.access(['dynamodb:BatchGetItem'], { indexes: true });
  }

  /** Single records by key, for whoever notes progress. */
  recordAccess(): TableAccess {
    return this.access(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], { indexes: false });
  }

  /** The stream of changes, and not the table. */
  streamAccess(): Access<Record<never, string>> {
    const stream = this.table.tableStreamArn ?? '';
    return permission(
      allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], [stream]),
      allow(['kms:Decrypt'], [this.encryptionKey.keyArn], viaDynamo),
    );
  }

  private access(actions: string[], { indexes }: { indexes: boolean }): TableAccess {
    const { tableArn, tableName } = this.table;
    const indexArns = Object.keys(tableShape.indexes).map((name) => `${tableArn}/index/${name}`);
    const writes = actions.some((action) => /(Put|Update|Delete)Item$/.test(action));
    return {
      environment: { TABLE_NAME: tableName },
      statements: [
        allow(actions, [tableArn]),
        ...(indexes ? [allow(['dynamodb:Query'], [tableArn, ...indexArns])] : []),
        allow(writes ? [...keyUseOfReaders, ...keyUseOfWriters] : keyUseOfReaders, [this.encryptionKey.keyArn], viaDynamo),
      ],
    };
  }
}

/** The key serves the table only: nobody may decrypt with it by hand. */
const viaDynamo = { StringLike: { 'kms:ViaService': 'dynamodb.*.amazonaws.com' } };
const keyUseOfReaders = ['kms:Decrypt', 'kms:DescribeKey'];
const keyUseOfWriters = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
