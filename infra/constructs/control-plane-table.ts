import { Duration } from 'aws-cdk-lib';
import { type MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  BillingMode,
  type CfnTable,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { tableShape } from '#shared/table/table-shape.ts';
import { type Access, allow, permission } from './access.ts';
import type { Deployment } from './deployment.ts';
import { sumOf } from './metric-sum.ts';
import { outlivesItsStack } from './retention.ts';
import { RunbookAlarm } from './runbook-alarm.ts';

export interface ControlPlaneTableProps {
  readonly deployment: Deployment;
  readonly encryptionKey: IKey;
}

const registryActions = [
  'BatchGetItem',
  'BatchWriteItem',
  'ConditionCheckItem',
  'DeleteItem',
  'GetItem',
  'PutItem',
  'Query',
  'UpdateItem',
] as const;
/** Those of `BatchExecuteStatement` are named after its statements. */
type TableAction = (typeof registryActions)[number] | 'PartiQLInsert' | 'PartiQLUpdate';
type TableAccess = Access<{ TABLE_NAME: string; QUOTAS: string }>;

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The table. Its `...Access` methods are the only ways to get rights, each with the exact actions that its users need. */
export class ControlPlaneTable extends Construct {
  readonly table: Table;
  private readonly encryptionKey: IKey;
  private readonly quotas: string;

  constructor(scope: Construct, id: string, { deployment, encryptionKey }: ControlPlaneTableProps) {
    super(scope, id);
    this.encryptionKey = encryptionKey;
    this.quotas = JSON.stringify(deployment.settings.quotas);
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
      removalPolicy: outlivesItsStack,
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
      metric: throttleEvents(this.table.tableName),
      threshold: 1,
    });
  }

  get resource(): CfnTable {
    return this.table.node.defaultChild as CfnTable;
  }

  /** These actions on items by their keys; transactions are authorised by the actions they consist of. */
  access(...actions: TableAction[]): TableAccess {
    const { tableArn, tableName } = this.table;
    const writes = actions.some((action) => /^(Put|Update|Delete)Item$/.test(action));
    return {
      environment: { TABLE_NAME: tableName, QUOTAS: this.quotas },
      statements: [
        allow(
          actions.map((action) => `dynamodb:${action}`),
          [tableArn],
        ),
        allow(writes ? [...keyUseOfReaders, ...keyUseOfWriters] : keyUseOfReaders, [this.encryptionKey.keyArn], viaDynamo),
      ],
    };
  }

  /** All actions on entities, including the indexes. */
  registryAccess(): TableAccess {
    const indexes = Object.keys(tableShape.indexes).map((name) => `${this.table.tableArn}/index/${name}`);
    const { environment, statements } = this.access(...registryActions);
    return { environment, statements: [...statements, allow(['dynamodb:Query'], indexes)] };
  }

  /** Due work of every tenant, found through the index and changed item by item; `more` adds further reads. */
  dueWorkAccess(...more: TableAction[]): TableAccess {
    const { environment, statements } = this.access(...more, 'UpdateItem');
    return { environment, statements: [...statements, allow(['dynamodb:Query'], [`${this.table.tableArn}/index/byId`])] };
  }

  /** Rights to delete what deleted objects left behind, and to release what deleted Runtimes had. */
  sweepingAccess(): TableAccess {
    const { environment, statements } = this.dueWorkAccess('BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query');
    return { environment, statements: [...statements, allow(['dynamodb:Query'], [`${this.table.tableArn}/index/listing`])] };
  }

  /** The stream of changes, and not the table. */
  streamAccess(): Access<Record<never, string>> {
    const stream = this.table.tableStreamArn ?? '';
    return permission(
      allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], [stream]),
      allow(['kms:Decrypt'], [this.encryptionKey.keyArn], viaDynamo),
    );
  }
}

/** The index in which all of a tenant's listing lies in one partition, so that it is the first to refuse. */
const crowdedIndex = 'listing' satisfies keyof typeof tableShape.indexes;

/**
 * Refused reads and writes of the table and of its crowded index, whatever operation they were part of. A metric has data only while requests are refused. The
 * other indexes are on the dashboard, since an alarm costs by its metrics: their keys are spread, and callers notice a refusal that lasts.
 */
function throttleEvents(TableName: string): MathExpression {
  const places: Record<string, string>[] = [{ TableName }, { TableName, GlobalSecondaryIndexName: crowdedIndex }];
  const metrics = places.flatMap((dimensionsMap) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
      (metricName) => new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: 'Sum' }),
    ),
  );
  return sumOf(Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric])), Duration.minutes(5));
}

/** The key serves the table only: no principal may decrypt with it directly. */
const viaDynamo = { StringLike: { 'kms:ViaService': 'dynamodb.*.amazonaws.com' } };
const keyUseOfReaders = ['kms:Decrypt', 'kms:DescribeKey'];
const keyUseOfWriters = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
