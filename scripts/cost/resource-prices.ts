import type { Template, TemplateResource } from '#infra/synthesize-templates.ts';
import { assumptions, type PriceName, type Quantities } from './price-list.ts';

/** Reads what a resource costs in a month in which nothing is asked of it. */
type Reader = (resource: TemplateResource, template: Template) => Quantities;

const propertiesOf = ({ Properties = {} }: TemplateResource): Record<string, unknown> => Properties;
const listIn = (resource: TemplateResource, name: string): readonly unknown[] => (propertiesOf(resource)[name] ?? []) as unknown[];
const one = (name: PriceName) => (): Quantities => ({ [name]: 1 });

/** Types that cost something while they are idle, or may. */
export const priced: Readonly<Record<string, Reader>> = {
  'AWS::ACMPCA::CertificateAuthority': (resource) =>
    propertiesOf(resource).UsageMode === 'SHORT_LIVED_CERTIFICATE' ? { 'short-lived authority': 1 } : { 'private authority': 1 },
  'AWS::CloudWatch::Alarm': (resource) => ({ 'alarm metric': metricsOf(resource) }),
  'AWS::CloudWatch::Dashboard': one('dashboard'),
  'AWS::Events::Rule': scheduledRuns,
  'AWS::KMS::Key': one('key'),
  'AWS::Lambda::EventSourceMapping': (resource) => (isStream(resource) ? {} : { 'queue request': polls() }),
  // A metric costs by the hours with data; here each counts as one with data all the time.
  'AWS::Logs::MetricFilter': one('custom metric'),
  'AWS::SecretsManager::Secret': (resource) => ({ secret: 1 + listIn(resource, 'ReplicaRegions').length }),
  'AWS::WAFv2::WebACL': (resource) => ({ 'web ACL': 1, 'web ACL rule': listIn(resource, 'Rules').length }),
};

const byUse = 'costs by use only';
const part = 'is part of a resource that is priced or free itself';

/** Types that cost nothing while they are idle, with the reason. */
export const free: Readonly<Record<string, string>> = {
  'AWS::ACMPCA::Certificate': 'is the root of an authority, a few cents once',
  'AWS::ACMPCA::CertificateAuthorityActivation': part,
  'AWS::ApiGatewayV2::Api': byUse,
  'AWS::ApiGatewayV2::ApiMapping': part,
  'AWS::ApiGatewayV2::Authorizer': part,
  'AWS::ApiGatewayV2::DomainName': 'is free for HTTP APIs',
  'AWS::ApiGatewayV2::Integration': part,
  'AWS::ApiGatewayV2::Route': part,
  'AWS::ApiGatewayV2::Stage': part,
  'AWS::Budgets::Budget': 'is free without actions',
  'AWS::CertificateManager::Certificate': 'is free where AWS uses it',
  'AWS::CloudFront::Distribution': byUse,
  'AWS::CloudFront::Function': byUse,
  'AWS::CloudFront::OriginAccessControl': part,
  'AWS::CloudFront::ResponseHeadersPolicy': part,
  'AWS::CodeDeploy::Application': 'is free for functions',
  'AWS::CodeDeploy::DeploymentConfig': 'is free for functions',
  'AWS::CodeDeploy::DeploymentGroup': 'is free for functions',
  'AWS::Cognito::UserPool': 'costs by its users of a month, beyond 10,000',
  'AWS::Cognito::UserPoolClient': part,
  'AWS::Cognito::UserPoolDomain': part,
  'AWS::Cognito::UserPoolResourceServer': part,
  'AWS::DynamoDB::Table': 'costs by requests, and by GB: 0.25 a month beyond 25 GB, and 0.20 for point-in-time recovery',
  'AWS::EventSchemas::Registry': 'is free; only discovery of schemas costs',
  'AWS::EventSchemas::Schema': part,
  'AWS::Events::Archive': 'costs by GB: 0.10 for each that comes in, 0.023 a month for what it holds',
  'AWS::Events::EventBus': byUse,
  'AWS::IAM::ManagedPolicy': 'is free',
  'AWS::IAM::Policy': 'is free',
  'AWS::IAM::Role': 'is free',
  'AWS::KMS::Alias': part,
  'AWS::Lambda::Alias': 'is free without provisioned concurrency',
  'AWS::Lambda::EventInvokeConfig': part,
  'AWS::Lambda::Function': byUse,
  'AWS::Lambda::Permission': part,
  'AWS::Lambda::Version': 'is free without provisioned concurrency',
  'AWS::Logs::Delivery': part,
  'AWS::Logs::DeliveryDestination': part,
  'AWS::Logs::DeliverySource': part,
  'AWS::Logs::LogGroup': 'costs by GB: 0.03 a month for what it holds, beyond 5 GB',
  'AWS::Logs::ResourcePolicy': part,
  'AWS::Route53::RecordSet': 'is part of a zone, and as an alias answers for free',
  'AWS::S3::Bucket': 'costs by requests, and by GB: 0.023 a month',
  'AWS::S3::BucketPolicy': part,
  'AWS::SNS::Subscription': 'costs by mail, beyond 1,000 a month',
  'AWS::SNS::Topic': byUse,
  'AWS::SNS::TopicPolicy': part,
  'AWS::SSM::Parameter': 'is free as a standard one',
  'AWS::SQS::Queue': 'costs by requests; the polling of it is counted with its event source mapping',
  'AWS::SQS::QueuePolicy': part,
  'AWS::StepFunctions::StateMachine': byUse,
  'AWS::WAFv2::LoggingConfiguration': part,
  'Custom::CompassConsole': 'runs its function once for a deployment',
  'Custom::CompassTruststore': 'runs its function once for a deployment',
};

/** A minute has 60 seconds; a metric of shorter periods would cost three times as much. */
const standardPeriod = 60;

function metricsOf(resource: TemplateResource): number {
  const { Metrics, Period } = propertiesOf(resource) as { Metrics?: { MetricStat?: unknown }[]; Period?: number };
  const metrics = Metrics?.filter(({ MetricStat }) => MetricStat).length ?? 1;
  return (Period ?? standardPeriod) < standardPeriod ? 3 * metrics : metrics;
}

/** Reading a table's stream is free for functions. */
const isStream = (resource: TemplateResource): boolean => JSON.stringify(propertiesOf(resource).EventSourceArn).includes('Stream');

const minutesPerMonth = 60 * assumptions.hoursPerMonth;
const polls = (): number => assumptions.polling.requestsPerMinute * minutesPerMonth;

/** A rule without a schedule costs nothing by itself. */
function scheduledRuns(resource: TemplateResource, { Resources }: Template): Quantities {
  const { ScheduleExpression, Targets = [] } = propertiesOf(resource) as { ScheduleExpression?: string; Targets?: { Arn: unknown }[] };
  if (ScheduleExpression === undefined) return {};
  const { milliseconds, readUnits, logBytes, keyRequestsPerHour } = assumptions.scheduledRun;
  const runs = (minutesPerMonth / minutesOf(ScheduleExpression)) * Targets.length;
  const gigabytes = Targets.reduce((sum, { Arn }) => sum + memoryOf(Arn, Resources), 0) / Targets.length / 1024;
  return {
    invocation: runs,
    'GB-second': (runs * gigabytes * milliseconds) / 1000,
    'read unit': runs * readUnits,
    'GB of logs': (runs * logBytes) / 1e9,
    'key request': Math.min(runs, keyRequestsPerHour * assumptions.hoursPerMonth),
  };
}

function minutesOf(schedule: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  const length = { minute: 1, hour: 60, day: 1440 }[unit];
  if (!length) throw new Error(`${schedule} is a schedule that has no price here: add it to scripts/cost/resource-prices.ts`);
  return Number(count) * length;
}

function memoryOf(target: unknown, resources: Template['Resources']): number {
  const id = Object.keys(resources).find(
    (name) => JSON.stringify(target).includes(`"${name}"`) && resources[name]?.Type === 'AWS::Lambda::Function',
  );
  const memory = id && propertiesOf(resources[id] as TemplateResource).MemorySize;
  if (typeof memory !== 'number')
    throw new Error(`${JSON.stringify(target)} is no function of this stack: a schedule is priced by the memory of its function`);
  return memory;
}
