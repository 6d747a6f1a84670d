import { Aws, Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { configurationPaths } from '#shared/configuration/configuration-routes.ts';
import type { DetailType } from '#shared/events/event-catalogue.ts';
import { tableShape } from '#shared/table/table-shape.ts';
import type { DeploymentSettings } from '../environments.ts';
import type { GraphqlApi } from './graphql-api.ts';

export interface OperationsDashboardProps {
  readonly settings: DeploymentSettings;
  /** The APIs by their names without the deployment's prefix. */
  readonly apis: Readonly<Record<string, GraphqlApi>>;
}

const period = Duration.minutes(5);
const thirdOfRow = 8;
const height = 6;
const apiFunctions = ['director', 'connector', 'provisioner'];
/** Clients renew while 30 % of the validity are left; from here on one has missed that. */
const percentToRenew = 15;

/**
 * The dashboard that a person on call opens first. Other stacks' functions, queues and logs are found by their names: an import would keep those stacks
 * from changing. The queries over logs cost nothing until the page is opened.
 */
export class OperationsDashboard extends Construct {
  private readonly settings: DeploymentSettings;
  private readonly apis: OperationsDashboardProps['apis'];

  constructor(scope: Construct, id: string, { settings, apis }: OperationsDashboardProps) {
    super(scope, id);
    this.settings = settings;
    this.apis = apis;
    new Dashboard(this, 'Dashboard', {
      dashboardName: settings.prefix,
      defaultInterval: Duration.hours(3),
      widgets: [[this.introduction()], this.requests(), this.functions(), this.pairing(), this.clients(), this.webhooks(), this.table()],
    });
  }

  private introduction(): IWidget {
    const { prefix } = this.settings;
    const ringing = `aws cloudwatch describe-alarms --alarm-name-prefix ${prefix}- --state-value ALARM`;
    return new TextWidget({
      markdown: `# ${prefix}\nWhat rings now: \`${ringing}\`. Each alarm names its section of \`docs/runbook.md\`.`,
      width: 24,
      height: 2,
    });
  }

  private requests(): IWidget[] {
    const ofApis = (metricName: string, statistic: string) =>
      Object.entries(this.apis).map(([name, { api }]) => api.metric(metricName, { period, statistic, label: `${name} ${statistic}` }));
    return [
      graph('Traffic: calls in 5 minutes', ofApis('Count', 'Sum')),
      graph('Errors: answers with 5xx, and with 4xx', ofApis('5xx', 'Sum'), ofApis('4xx', 'Sum')),
      graph('Latency at the gateway, milliseconds', [...ofApis('Latency', 'p50'), ...ofApis('Latency', 'p99')]),
    ];
  }

  private functions(): IWidget[] {
    const ofFunctions = (metricName: string, statistic: string) =>
      apiFunctions.map((name) =>
        metric('AWS/Lambda', metricName, { FunctionName: `${this.settings.prefix}-${name}` }, statistic, `${name} ${statistic}`),
      );
    const ofAccount = (metricName: string, statistic: string) => metric('AWS/Lambda', metricName, {}, statistic, metricName);
    return [
      graph('Crashes of the functions behind the APIs', ofFunctions('Errors', 'Sum')),
      graph('Duration of the functions, milliseconds', [...ofFunctions('Duration', 'p50'), ...ofFunctions('Duration', 'p99')]),
      graph(
        'Concurrency of the account, and refused invocations',
        [ofAccount('ClaimedAccountConcurrency', 'Maximum')],
        [ofAccount('Throttles', 'Sum')],
      ),
    ];
  }

  private pairing(): IWidget[] {
    return [
      this.events(
        'Pairing',
        'CertificateIssued',
        'CertificateRevoked',
        'CertificateCloneSuspected',
        'ApplicationConnected',
        'RuntimeConnected',
      ),
      this.events(
        'Provisioning',
        'ProvisioningStarted',
        'ProvisioningSucceeded',
        'ProvisioningFailed',
        'DeprovisioningFailed',
        'ReconnectingFailed',
        'UpgradingFailed',
      ),
      this.events('Agents that fell silent or came back', 'RuntimeDisconnected', 'RuntimeReconnected'),
    ];
  }

  private clients(): IWidget[] {
    const { prefix } = this.settings;
    return [
      ...this.connected(),
      this.logs(
        `Clients that did not renew: less than ${percentToRenew} % of the validity left`,
        [`/aws/lambda/${prefix}-director`, `/aws/lambda/${prefix}-connector`],
        'table',
        [
          `filter certificatePercentLeft < ${percentToRenew}`,
          'stats latest(certificateDaysLeft) as daysLeft, latest(@timestamp) as lastCall by certificateSubject',
          'sort daysLeft asc',
          'limit 50',
        ],
      ),
      graph('Days that the issuing authority has left', [
        metric('Compass', `${prefix}-issuer-days-left`, {}, 'Minimum', 'authority', Duration.hours(6)),
      ]),
    ];
  }

  /** Number of polling certificates. Each Agent and Application polls with its own certificate. */
  private connected(): IWidget[] {
    if (!this.settings.mutualTls) return [];
    const routes = Object.values(configurationPaths).map((path) => `'GET ${path}'`);
    return [
      this.logs(
        'Agents and Applications connected: certificates that polled',
        [`/aws/vendedlogs/${this.settings.prefix}-mutual-tls`],
        'line',
        [`filter route in [${routes.join(', ')}]`, 'stats count_distinct(certificateSerial) as certificates by bin(5m), route'],
      ),
    ];
  }

  private webhooks(): IWidget[] {
    const { prefix } = this.settings;
    const ofQueue = (name: string, metricName: string, label: string) =>
      metric('AWS/SQS', metricName, { QueueName: `${prefix}-${name}` }, 'Maximum', label);
    return [
      graph(
        'Deliveries that are pending; dead letters of all queues',
        [
          ofQueue('deliveries', 'ApproximateNumberOfMessagesVisible', 'waiting'),
          ofQueue('deliveries', 'ApproximateNumberOfMessagesNotVisible', 'in progress or postponed'),
        ],
        [ofQueue('dead-letters', 'ApproximateNumberOfMessagesVisible', 'dead letters')],
      ),
      graph('Age of the oldest, seconds', [
        ofQueue('deliveries', 'ApproximateAgeOfOldestMessage', 'delivery'),
        ofQueue('notifications', 'ApproximateAgeOfOldestMessage', 'notification'),
      ]),
      this.logs('Attempts at deliveries by outcome', [`/aws/lambda/${prefix}-webhook-dispatcher`], 'stacked', [
        'filter ispresent(outcome)',
        'stats count(*) by bin(5m), outcome',
      ]),
    ];
  }

  private table(): IWidget[] {
    const { prefix } = this.settings;
    const TableName = `${prefix}-control-plane`;
    const ofTable = (metricName: string) => metric('AWS/DynamoDB', metricName, { TableName }, 'Sum', metricName);
    const ofIndexes = (metricName: string) =>
      Object.keys(tableShape.indexes).map((index) =>
        metric('AWS/DynamoDB', metricName, { TableName, GlobalSecondaryIndexName: index }, 'Sum', `${metricName} of ${index}`),
      );
    const relay = metric('AWS/Lambda', 'IteratorAge', { FunctionName: `${prefix}-event-relay` }, 'Maximum', 'milliseconds');
    return [
      graph('Table: capacity units in 5 minutes', [ofTable('ConsumedReadCapacityUnits'), ofTable('ConsumedWriteCapacityUnits')]),
      graph('Table: refused and conflicting requests', [
        ...['ReadThrottleEvents', 'WriteThrottleEvents'].flatMap((name) => [ofTable(name), ...ofIndexes(name)]),
        ofTable('TransactionConflict'),
      ]),
      graph('Age of the oldest change that is not published', [relay]),
    ];
  }

  /** Counts events by what the relay logs of each batch. */
  private events(title: string, ...types: DetailType[]): IWidget {
    const sums = types.map((type) => `sum(events.${type}) as ${type}`).join(', ');
    return this.logs(title, [`/aws/lambda/${this.settings.prefix}-event-relay`], 'line', [
      "filter message like 'relayed'",
      `stats ${sums} by bin(5m)`,
    ]);
  }

  private logs(title: string, logGroupNames: string[], view: keyof typeof views, queryLines: string[]): IWidget {
    return new LogQueryWidget({ title, logGroupNames, view: views[view], queryLines, region: Aws.REGION, width: thirdOfRow, height });
  }
}

const views = {
  line: LogQueryVisualizationType.LINE,
  stacked: LogQueryVisualizationType.STACKEDAREA,
  table: LogQueryVisualizationType.TABLE,
} as const;

const graph = (title: string, left: IMetric[], right: IMetric[] = []): IWidget =>
  new GraphWidget({ title, left, right, region: Aws.REGION, width: thirdOfRow, height, leftYAxis: { min: 0 }, rightYAxis: { min: 0 } });

const metric = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  statistic: string,
  label: string,
  every = period,
): Metric => new Metric({ namespace, metricName, dimensionsMap, statistic, label, period: every });
