import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventPattern } from '#local/bus/event-pattern.ts';
import { drillEntryOf } from '../../scripts/aws/drill/rules.ts';
import { acmPcaContext, completeContext, type DeploymentUnderTest, deploymentUnderTest } from './deployment-under-test.ts';
import { heartbeatsOf } from './heartbeats.ts';
import { evaluate } from './metric-math.ts';
import { publishedMetrics } from './published-metrics.ts';
import { allowsService } from './service-policy.ts';
import { firewallContext } from './stage-file-context.ts';

interface AlarmedMetric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
}

interface MetricQuery {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: { readonly Metric: AlarmedMetric };
}

const contexts = {
  'with everything': completeContext,
  'with ACM PCA': acmPcaContext,
  'with the least': { stage: 'test' },
  'with a canary': { ...completeContext, rollout: 'canary' as const },
  'with a firewall': firewallContext,
  'with an issuer of its own': { stage: 'test', oidcIssuer: 'https://login.example.com', oidcAudience: 'compass' },
};

const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);

const sectionIn = (text: string): string | undefined => /docs\/runbook\.md#([a-z-]+)$/.exec(text)?.[1];

const alarmsOf = (deployment: DeploymentUnderTest) =>
  deployment.ofType('AWS::CloudWatch::Alarm').map(({ properties, ...alarm }) => ({
    ...alarm,
    properties,
    deployment,
    section: sectionIn(properties.AlarmDescription),
    queries: (properties.Metrics ?? []) as readonly MetricQuery[],
  }));

type AlarmUnderTest = ReturnType<typeof alarmsOf>[number];

const metricsOf = ({ properties, queries }: AlarmUnderTest): AlarmedMetric[] =>
  properties.MetricName === undefined ? queries.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []) : [properties];

interface Target {
  readonly Arn: string;
  readonly Input?: string;
  readonly InputTransformer?: { readonly InputPathsMap: Readonly<Record<string, string>>; readonly InputTemplate: string };
}

/** Rules that publish to the alarms' topic. */
const ringingRulesOf = ({ ofType }: DeploymentUnderTest) =>
  ofType('AWS::Events::Rule').flatMap(({ id, properties }) =>
    (properties.Targets as Target[])
      .filter(({ Arn }) => Arn === 'Alarms')
      .map(({ Arn, Input, InputTransformer }) => ({
        id,
        pattern: properties.EventPattern,
        bus: properties.EventBusName,
        topic: Arn,
        transformer: InputTransformer,
        section: sectionIn(JSON.parse(Input ?? InputTransformer?.InputTemplate ?? '""')),
      })),
  );

const actionsOf = ({ properties }: AlarmUnderTest): string[] => [...(properties.AlarmActions ?? []), ...(properties.OKActions ?? [])];

const mayPublish = (
  { ofType }: DeploymentUnderTest,
  topicId: string,
  { service, context }: { service: string; context: Record<string, string> },
): boolean => {
  const topic = ofType('AWS::SNS::Topic').find(({ id }) => id === topicId);
  const policy = ofType('AWS::SNS::TopicPolicy').find(({ properties }) => properties.Topics.includes(topicId));
  const request = { service, resource: topicId, context: { 'aws:SecureTransport': 'true', ...context } };
  const statements = policy?.properties.PolicyDocument.Statement ?? [];
  // Services cannot use SNS's own key, and a key of ours would need a policy that lets them.
  return topic?.properties.KmsMasterKeyId === undefined && allowsService(statements, { ...request, action: 'sns:Publish' });
};

const dimensionsOf = (transformation: { Dimensions?: { Key: string }[] }): string[] =>
  (transformation.Dimensions ?? []).map(({ Key }) => Key).sort();

describe.each(Object.entries(contexts))('the alarms of a deployment %s', (_, context) => {
  const deployment = deploymentUnderTest(context);
  const alarms = alarmsOf(deployment).map((alarm) => [alarm.properties.AlarmName, alarm] as const);

  it('exist', () => {
    expect(alarms.length).toBeGreaterThan(20);
  });

  it.each(alarms)('%s publishes its beginning and its end to a topic that takes them', (name, alarm) => {
    expect(alarm.properties.AlarmActions).toHaveLength(1);
    if (!['clone-suspicions', 'disabled-webhooks'].includes(String(alarm.section)))
      expect(alarm.properties.OKActions).toEqual(alarm.properties.AlarmActions);
    const arn = `arn:AWS::Partition:cloudwatch:AWS::Region:AWS::AccountId:alarm:${name}`;
    const request = { service: 'cloudwatch.amazonaws.com', context: { 'aws:SourceArn': arn, 'aws:SourceAccount': 'AWS::AccountId' } };
    for (const topic of actionsOf(alarm)) expect(mayPublish(deployment, topic, request)).toBe(true);
  });

  it.each(alarms)('%s watches metrics that are published', (_name, alarm) => {
    const metrics = metricsOf(alarm);
    expect(metrics.length).toBeGreaterThan(0);
    for (const { Namespace, MetricName, Dimensions = [] } of metrics) {
      const dimensions = Dimensions.map(({ Name }) => Name).sort();
      const filters = deployment
        .ofType('AWS::Logs::MetricFilter')
        .flatMap(({ properties }) => properties.MetricTransformations)
        .filter((one) => one.MetricNamespace === Namespace && one.MetricName === MetricName);
      const published = Namespace === 'Compass' ? filters.map(dimensionsOf) : publishedMetrics[Namespace]?.[MetricName];
      expect(published, `${Namespace} ${MetricName}`).toContainEqual(dimensions);
    }
  });

  it.each(alarms.filter(([, { queries }]) => queries.length > 0))(
    '%s has a value while one term, or every term, is missing',
    (_name, alarm) => {
      const expression = alarm.queries.find(({ Expression }) => Expression)?.Expression ?? '';
      const terms = alarm.queries.flatMap(({ Id, MetricStat }) => (MetricStat ? [Id] : []));
      const values = Object.fromEntries(terms.map((term) => [term, alarm.properties.Threshold as number | undefined]));
      for (const term of terms) {
        const isDivisor = expression.includes(`/ FILL(${term},`);
        const others = Object.fromEntries(terms.map((one) => [one, one === term ? alarm.properties.Threshold : undefined]));
        expect(evaluate(expression, { ...values, [term]: undefined }), `without ${term}`).toBeDefined();
        // A single term is enough to ring, unless others are measured by it.
        if (!isDivisor) expect(evaluate(expression, others), `with ${term} alone`).toBeGreaterThanOrEqual(alarm.properties.Threshold);
      }
    },
  );

  it.each(alarms)('%s names a section that the runbook has', (_name, { section }) => {
    expect(headings).toContain(section);
  });

  it.each(alarms)(
    '%s takes silence for a fault if it watches that something goes on, and for health otherwise',
    (_name, { properties }) => {
      const isHeartbeat = properties.ComparisonOperator === 'LessThanThreshold';
      expect(properties.TreatMissingData).toBe(isHeartbeat ? 'breaching' : 'notBreaching');
      // CloudWatch looks back a day at most, a week where a period has an hour or more.
      expect(properties.EvaluationPeriods * (properties.Period ?? 300)).toBeLessThanOrEqual(
        properties.Period >= 3600 ? 7 * 86_400 : 86_400,
      );
    },
  );

  it('have names of their own', () => {
    expect(new Set(alarms.map(([name]) => name)).size).toBe(alarms.length);
  });

  it('notice when the change feed or a scheduled function stands still', () => {
    const heartbeats = alarms.filter(([, { properties }]) => properties.TreatMissingData === 'breaching');
    const watched = heartbeats.flatMap(([, alarm]) =>
      metricsOf(alarm).flatMap(({ Dimensions = [] }) => Dimensions.map(({ Value }) => Value)),
    );
    const scheduled = deployment.ofType('AWS::Events::Rule').filter(({ properties }) => properties.ScheduleExpression);
    for (const { properties } of scheduled) {
      expect(heartbeatsOf(deployment, String(properties.Targets[0].Arn).replace(/\.Arn$/, ''))).toHaveLength(1);
    }
    expect(watched).toContain('GetRecords');
  });
});

describe('the topic of the alarms', () => {
  const { ofType } = deploymentUnderTest();
  const [topic] = ofType('AWS::SNS::Topic');

  it.each([
    ['another account', { 'aws:SourceAccount': '210987654321' }],
    ['another deployment', { 'aws:SourceArn': 'arn:AWS::Partition:cloudwatch:AWS::Region:AWS::AccountId:alarm:compass-prod-api' }],
    ['a caller without TLS', { 'aws:SecureTransport': 'false' }],
  ])('refuses alarms of %s', (_, differing) => {
    const arn = 'arn:AWS::Partition:cloudwatch:AWS::Region:AWS::AccountId:alarm:compass-test-api';
    const context = { 'aws:SourceArn': arn, 'aws:SourceAccount': 'AWS::AccountId' };
    const publishing = (more: Record<string, string>) =>
      mayPublish(deploymentUnderTest(), topic?.id ?? '', { service: 'cloudwatch.amazonaws.com', context: { ...context, ...more } });
    expect(publishing({})).toBe(true);
    expect(publishing(differing)).toBe(false);
  });
});

describe.each(Object.entries(contexts))('the rules that ring, of a deployment %s', (_, context) => {
  const deployment = deploymentUnderTest(context);
  const rules = ringingRulesOf(deployment);

  it('are those of endangered keys and of workflows', () => {
    expect(rules.map(({ section }) => section).sort()).toEqual(['endangered-keys', 'workflow-failures']);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s publishes events of a service to a topic that takes them, with the section of the runbook',
    (_id, { section, bus, topic, pattern }) => {
      expect(bus).toBeUndefined();
      expect(pattern.source[0]).toMatch(/^aws\./);
      expect(headings).toContain(section);
      expect(mayPublish(deployment, topic, { service: 'events.amazonaws.com', context: {} })).toBe(true);
    },
  );

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s is rung by the drill', (_id, { pattern }) => {
    const { Source, DetailType, Detail } = drillEntryOf(JSON.stringify(pattern));
    const event = { source: Source, 'detail-type': DetailType, detail: JSON.parse(Detail) };
    expect(eventPattern(pattern)(event)).toBe(true);
    expect(eventPattern(pattern)({ ...event, source: 'compass.other' })).toBe(false);
  });
});

describe('a key that is disabled or about to be deleted', () => {
  it('is one whose loss cannot be mended: that of the data, or one that signs certificates', () => {
    const rule = ringingRulesOf(deploymentUnderTest()).find(({ section }) => section === 'endangered-keys');
    expect(rule?.pattern.source).toContain('aws.kms');
    expect(rule?.pattern.detail).toEqual({
      eventName: ['DisableKey', 'ScheduleKeyDeletion'],
      resources: { ARN: ['DataKey.Arn', 'CertificateAuthorityKey.Arn'] },
    });
  });
});

describe('a workflow that ends without success', () => {
  const deployment = deploymentUnderTest();
  const rule = ringingRulesOf(deployment).find(({ section }) => section === 'workflow-failures');

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'])('rings as %s, whichever machine ran it', (status) => {
    const machines = deployment.ofType('AWS::StepFunctions::StateMachine').map(({ id }) => id);
    expect(machines).toHaveLength(4);
    const event = (more: object) => ({
      source: 'aws.states',
      'detail-type': 'Step Functions Execution Status Change',
      detail: { status, ...more },
    });
    for (const stateMachineArn of machines) expect(eventPattern(rule?.pattern)(event({ stateMachineArn }))).toBe(true);
    expect(eventPattern(rule?.pattern)(event({ stateMachineArn: 'of another team' }))).toBe(false);
    expect(eventPattern(rule?.pattern)(event({ stateMachineArn: machines[0], status: 'SUCCEEDED' }))).toBe(false);
  });

  it('is named by its operation, and the message says how it ended', () => {
    const { InputTemplate = '', InputPathsMap } = rule?.transformer ?? {};
    expect(InputPathsMap).toEqual({ 'detail-name': '$.detail.name', 'detail-status': '$.detail.status', source: '$.source' });
    expect(JSON.parse(InputTemplate)).toBe(
      'The workflow of operation <detail-name> of compass-test ended as <detail-status>. Reported by <source>. See docs/runbook.md#workflow-failures',
    );
  });
});

describe('a budget of the account', () => {
  const deployment = deploymentUnderTest();
  const [budget] = deployment.ofType('AWS::Budgets::Budget');

  it('is there only where a stage sets it', () => {
    expect(deploymentUnderTest({ stage: 'test' }).ofType('AWS::Budgets::Budget')).toEqual([]);
    expect(budget?.properties.Budget).toEqual({
      BudgetName: 'compass-test',
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: 50, Unit: 'USD' },
    });
  });

  it('tells the alarm topic when 80 % are spent, and when a forecast exceeds it', () => {
    const told = budget?.properties.NotificationsWithSubscribers.map(
      ({ Notification, Subscribers }: { Notification: Record<string, unknown>; Subscribers: unknown }) => [
        Notification.NotificationType,
        Notification.Threshold,
        Notification.ThresholdType,
        Subscribers,
      ],
    );
    const subscribers = [{ SubscriptionType: 'SNS', Address: 'Alarms' }];
    expect(told).toEqual([
      ['ACTUAL', 80, 'PERCENTAGE', subscribers],
      ['FORECASTED', 100, 'PERCENTAGE', subscribers],
    ]);
  });

  it('may publish, before it is made, and budgets of other accounts may not', () => {
    const arn = 'arn:AWS::Partition:budgets::AWS::AccountId:budget/compass-test';
    const may = (account: string) =>
      mayPublish(deployment, 'Alarms', {
        service: 'budgets.amazonaws.com',
        context: { 'aws:SourceArn': arn, 'aws:SourceAccount': account },
      });
    expect([may('AWS::AccountId'), may('210987654321')]).toEqual([true, false]);
    expect(budget?.template.DependsOn).toEqual([expect.stringMatching(/^AlarmsPolicy/)]);
  });
});

describe('the runbook', () => {
  const sections = Object.values(contexts).flatMap((context) => {
    const deployment = deploymentUnderTest(context);
    return [...alarmsOf(deployment), ...ringingRulesOf(deployment)].map(({ section }) => section);
  });

  it('has no section that neither an alarm nor a rule leads to', () => {
    expect(headings.filter((heading) => !sections.includes(heading))).toEqual([]);
  });

  const textOf = (heading: string | undefined) => runbook.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';

  it.each(headings)('%s says what it means, how to look and what to do', (heading) => {
    const text = textOf(heading);
    for (const part of ['**Means**', '**Look**', '**Do**']) expect(text).toContain(part);
  });

  it('names every queue and every scheduled function where it says what their alarms mean', () => {
    const { ofType } = deploymentUnderTest();
    const queues = ofType('AWS::SQS::Queue').map(({ properties }) => properties);
    const scheduled = ofType('AWS::Events::Rule').flatMap(({ properties }) =>
      properties.ScheduleExpression ? [String(properties.Targets[0].Arn).replace(/\.Arn$/, '')] : [],
    );
    const functions = ofType('AWS::Lambda::Function').filter(({ id }) => scheduled.includes(id));
    const expected = {
      'queue-delay': queues.filter(({ RedrivePolicy }) => RedrivePolicy).map(({ QueueName }) => QueueName),
      'dead-letters': queues.filter(({ RedrivePolicy }) => !RedrivePolicy).map(({ QueueName }) => QueueName),
      'missed-runs': functions.map(({ properties }) => properties.FunctionName),
    };
    for (const [section, names] of Object.entries(expected)) {
      expect(names.length, section).toBeGreaterThan(0);
      const inRunbook = names.map((name) => String(name).replace(/^compass-test-/, 'P-'));
      expect(inRunbook.filter((name) => !textOf(section).includes(`\`${name}\``))).toEqual([]);
    }
  });
});
