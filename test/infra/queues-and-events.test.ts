import { describe, expect, it } from 'vitest';
import { specFetcherEnvironment } from '#functions/spec-fetcher/env.ts';
import { fetchCalls } from '#shared/endpoints/endpoint-pools.ts';
import { type DetailType, sourceOf } from '#shared/events/event-catalogue.ts';
import { detailTypes } from '#shared/events/event-json-schema.ts';
import { notifyingDetailTypes } from '#shared/events/notifying-events.ts';
import { cleaningDetailTypes } from '#shared/events/specification-work.ts';
import { maxReceptions } from '#shared/webhooks/deliver-webhook.ts';
import { completeContext, type DeploymentUnderTest, deploymentUnderTest } from './deployment-under-test.ts';
import { rightsOf } from './rights.ts';
import { allowsService } from './service-policy.ts';

const { ofType } = deploymentUnderTest();

const queues = ofType('AWS::SQS::Queue');
const deadLetterQueues = new Set([
  ...queues.flatMap(({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn ?? []),
  ...ofType('AWS::Events::Rule').flatMap(({ properties }) =>
    properties.Targets.map((target: { DeadLetterConfig?: { Arn: string } }) => target.DeadLetterConfig?.Arn),
  ),
  ...ofType('AWS::Lambda::EventSourceMapping').flatMap(({ properties }) => properties.DestinationConfig?.OnFailure.Destination ?? []),
]);
const isDeadLetterQueue = ({ id }: { id: string }) => deadLetterQueues.has(`${id}.Arn`);
const workQueues = queues.filter((queue) => !isDeadLetterQueue(queue));
const alarmsOn = (metric: string, queueId: string) =>
  ofType('AWS::CloudWatch::Alarm').filter(
    ({ properties }) =>
      properties.MetricName === metric && properties.Dimensions?.some(({ Value }: { Value: string }) => Value === `${queueId}.QueueName`),
  );

describe('every queue', () => {
  it.each(queues.map((queue) => [queue.id, queue.properties] as const))(
    '%s is encrypted with our key and asks for TLS',
    (id, properties) => {
      expect(properties.KmsMasterKeyId).toBe('MessageKey.Arn');
      const policies = ofType('AWS::SQS::QueuePolicy').filter((policy) => policy.properties.Queues.includes(id));
      expect(policies.flatMap((policy) => policy.properties.PolicyDocument.Statement)).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    },
  );
});

describe('messages without a key of the deployment', () => {
  const context = { ...completeContext, messageEncryption: 'sqs-managed' as const };
  const consumers = (deployment: DeploymentUnderTest) =>
    deployment.ofType('AWS::Lambda::EventSourceMapping').flatMap(({ properties: { EventSourceArn, FunctionName } }) => {
      const consumer = deployment.ofType('AWS::Lambda::Function').find(({ id }) => id === FunctionName);
      return EventSourceArn.includes('Queue')
        ? [{ ...consumer, name: consumer?.properties.FunctionName, stack: consumer?.stack ?? '' }]
        : [];
    });
  const rightsOnKeys = (deployment: DeploymentUnderTest, name: string) => rightsOf(deployment, name)['MessageKey.Arn'];

  it('are encrypted with one of SQS, at no cost', () => {
    const deployment = deploymentUnderTest(context);
    expect(deployment.ofType('AWS::KMS::Key').filter(({ id }) => id.includes('MessageKey'))).toEqual([]);
    expect(deployment.ofType('AWS::SQS::Queue')).toHaveLength(queues.length);
    for (const { id, properties } of deployment.ofType('AWS::SQS::Queue')) {
      expect(properties.KmsMasterKeyId, id).toBeUndefined();
      expect(properties.SqsManagedSseEnabled, id).toBe(true);
    }
    for (const { name } of consumers(deployment)) expect(rightsOnKeys(deployment, name), name).toBeUndefined();
  });

  it('are what every stage but prod has by default', () => {
    const keysOf = (stage: string) =>
      deploymentUnderTest({ stage })
        .ofType('AWS::KMS::Key')
        .map(({ id }) => id);
    expect(keysOf('prod')).toContain('MessageKey');
    expect(keysOf('test')).not.toContain('MessageKey');
  });

  it('can be read that were encrypted before, while former keys are kept', () => {
    const deployment = deploymentUnderTest({ ...context, formerMessageKeys: true });
    const keys = deployment.ofType('AWS::KMS::Key').filter(({ id }) => id === 'MessageKey');
    expect(keys.map(({ stack }) => stack)).toEqual(['compass-test-notifications', 'compass-test-specifications']);
    for (const { name } of consumers(deployment)) expect([...new Set(rightsOnKeys(deployment, name))], name).toEqual(['kms:Decrypt']);
    for (const { properties } of deployment.ofType('AWS::SQS::Queue')) expect(properties.KmsMasterKeyId).toBeUndefined();
  });
});

describe('every work queue', () => {
  it('is one of those that are known', () => {
    expect(workQueues.map(({ properties }) => properties.QueueName)).toEqual([
      'compass-test-notifications',
      'compass-test-deliveries',
      'compass-test-revoked-clients',
      'compass-test-spec-fetches',
      'compass-test-spec-rubbish',
      'compass-test-revocations',
    ]);
  });

  it.each(workQueues.map((queue) => [queue.id, queue.properties] as const))(
    '%s leaves its dead letters to the queue of all, and has an alarm on delay',
    (id, properties) => {
      expect(properties.RedrivePolicy.deadLetterTargetArn).toBe('FailedMessagesDeadLetters.Arn');
      expect(alarmsOn('ApproximateAgeOfOldestMessage', id)).toHaveLength(1);
    },
  );

  it.each(workQueues.map((queue) => [queue.id, queue.properties] as const))(
    '%s hides a message for six times as long as its consumer may run, and hears of single failures',
    (id, properties) => {
      const mapping = ofType('AWS::Lambda::EventSourceMapping').find((one) => one.properties.EventSourceArn === `${id}.Arn`);
      const consumer = ofType('AWS::Lambda::Function').find((one) => one.id === mapping?.properties.FunctionName);
      expect(mapping?.properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(properties.VisibilityTimeout).toBe(6 * consumer?.properties.Timeout);
    },
  );

  it('hands a delivery over more often than the dispatcher leaves it in the queue, ten at a time', () => {
    const deliveries = workQueues.find(({ id }) => id === 'DeliveriesQueue');
    expect(deliveries?.properties.RedrivePolicy.maxReceiveCount).toBeGreaterThan(maxReceptions);
    const mapping = ofType('AWS::Lambda::EventSourceMapping').find((one) => one.properties.EventSourceArn === 'DeliveriesQueue.Arn');
    expect(mapping?.properties).toMatchObject({ BatchSize: 10, ScalingConfig: { MaximumConcurrency: 200 } });
  });
});

describe('the queue of fetches', () => {
  it('hands out one fetch at a time, to ten times as many workers as an endpoint may take', () => {
    const mapping = ofType('AWS::Lambda::EventSourceMapping').find((one) => one.properties.EventSourceArn === 'FetchesQueue.Arn');
    expect(mapping?.properties).toMatchObject({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 10 * fetchCalls.calls } });
  });

  it('leaves more receptions than the fetcher has attempts, so that a crash does not take one', () => {
    const fetches = workQueues.find(({ id }) => id === 'FetchesQueue');
    const schedule = specFetcherEnvironment.shape.FETCH_RETRY_SECONDS.parse(undefined);
    expect(fetches?.properties.RedrivePolicy.maxReceiveCount).toBeGreaterThan(1 + schedule.length);
  });
});

describe('the queue of texts that nothing points to', () => {
  it('waits longer than any request may run, so that who found a pointer finds the text', () => {
    const rubbish = workQueues.find(({ id }) => id === 'RubbishQueue');
    const director = ofType('AWS::Lambda::Function').find(({ properties }) => properties.FunctionName === 'compass-test-director');
    expect(rubbish?.properties.DelaySeconds).toBeGreaterThan(director?.properties.Timeout);
  });
});

describe('every dead-letter queue', () => {
  it('is that of messages, which go back where they came from, or that of events and changes, which do not', () => {
    expect([...deadLetterQueues].filter((arn) => arn !== undefined).sort()).toEqual([
      'FailedMessagesDeadLetters.Arn',
      'FailedMessagesUndelivered.Arn',
    ]);
    const redriven = queues.flatMap(({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn ?? []);
    expect(redriven).not.toContain('FailedMessagesUndelivered.Arn');
  });

  it('lets in the rules of the bus of this deployment, and no other', () => {
    const [policy] = ofType('AWS::SQS::QueuePolicy').filter(({ properties }) => properties.Queues.includes('FailedMessagesUndelivered'));
    const may = (rule: string, account = 'AWS::AccountId') =>
      allowsService(policy?.properties.PolicyDocument.Statement, {
        service: 'events.amazonaws.com',
        action: 'sqs:SendMessage',
        resource: 'FailedMessagesUndelivered.Arn',
        context: {
          'aws:SecureTransport': 'true',
          'aws:SourceAccount': account,
          'aws:SourceArn': `arn:AWS::Partition:events:AWS::Region:AWS::AccountId:rule/${rule}`,
        },
      });
    expect(may('compass-test-events/compass-test-trust-RevokedCertificates')).toBe(true);
    expect(may('compass-prod-events/some')).toBe(false);
    expect(may('compass-test-events/some', 'another')).toBe(false);
  });

  it.each(queues.filter(isDeadLetterQueue).map((queue) => [queue.id, queue.properties] as const))(
    '%s keeps messages for 14 days and rings at the first one',
    (id, properties) => {
      expect(properties.MessageRetentionPeriod).toBe(14 * 86_400);
      expect(alarmsOn('ApproximateNumberOfMessagesVisible', id).map((alarm) => alarm.properties.Threshold)).toEqual([1]);
    },
  );
});

describe('the change feed', () => {
  const feed = ofType('AWS::Lambda::EventSourceMapping').find(
    ({ properties }) => properties.EventSourceArn === 'ControlPlaneTable.StreamArn',
  );

  it('halves failing batches, gives up in time for the stream to be read again, and keeps what failed', () => {
    expect(feed?.properties).toMatchObject({
      FunctionName: 'EventRelayFunction',
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: 'FailedMessagesUndelivered.Arn' } },
    });
    expect(feed?.properties.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(feed?.properties.MaximumRecordAgeInSeconds).toBeLessThan(86_400);
  });
});

describe('the event bus', () => {
  const ruleFor = (detailType: string) =>
    ofType('AWS::Events::Rule').find(({ properties }) => properties.EventPattern?.['detail-type'].includes(detailType));

  it('keeps an archive of every event', () => {
    const [archive] = ofType('AWS::Events::Archive');
    expect(archive?.properties).toMatchObject({ SourceArn: 'EventBus.Arn', RetentionDays: 14 });
    expect(archive?.properties.EventPattern).toEqual({ account: ['AWS::AccountId'] });
  });

  it.each<[string, readonly DetailType[], string]>([
    ['what Applications are notified of to the fan-out', notifyingDetailTypes, 'NotificationsQueue'],
    ['what is to be fetched to the fetcher', ['SpecificationFetchRequested'], 'FetchesQueue'],
    ['what texts are rubbish to the cleaner', cleaningDetailTypes, 'RubbishQueue'],
    ['which certificates count no more to the publisher of lists', ['CertificateRevoked'], 'RevocationsQueue'],
    ['what clients count no more to their remover', ['ClientCredentialsRevoked'], 'RevokedClientsWorkQueue'],
  ])('hands %s, and loses none on the way', (_, detailTypes, queue) => {
    const rule = ofType('AWS::Events::Rule').find(({ properties }) => properties.Targets[0].Arn === `${queue}.Arn`);
    expect(rule?.properties.EventBusName).toBe('EventBus');
    expect(rule?.properties.EventPattern).toEqual({ source: [...new Set(detailTypes.map(sourceOf))], 'detail-type': [...detailTypes] });
    expect(rule?.properties.Targets).toEqual([
      expect.objectContaining({ Arn: `${queue}.Arn`, DeadLetterConfig: { Arn: 'FailedMessagesUndelivered.Arn' } }),
    ]);
  });

  it('groups orders to fetch by their Application, so that those of one are not ahead of all others', () => {
    expect(ruleFor('SpecificationFetchRequested')?.properties.Targets).toEqual([
      expect.objectContaining({ SqsParameters: { MessageGroupId: '$.detail.data.applicationId' } }),
    ]);
  });

  it('has each suspicion of a copied key kept in a log and alarmed on', () => {
    const rule = ruleFor('CertificateCloneSuspected');
    expect(rule?.properties.EventPattern['detail-type']).toEqual(['CertificateCloneSuspected']);
    const [target, ...others] = rule?.properties.Targets ?? [];
    expect(others).toEqual([]);
    expect(target.Arn).toMatch(/:logs:.+:log-group:CloneSuspicionsEvents$/);
    const filter = ofType('AWS::Logs::MetricFilter').find(({ properties }) => properties.LogGroupName === 'CloneSuspicionsEvents');
    const [{ MetricName, MetricNamespace }] = filter?.properties.MetricTransformations ?? [];
    const alarm = ofType('AWS::CloudWatch::Alarm').find(({ properties }) => properties.MetricName === MetricName);
    expect(alarm?.properties).toMatchObject({ Namespace: MetricNamespace, Threshold: 1, Statistic: 'Sum' });
    const [policy] = ofType('AWS::Logs::ResourcePolicy');
    expect(policy?.properties.PolicyDocument).toContain('events.amazonaws.com');
  });

  it('may use the key of the queues that it fills', () => {
    const keys = ofType('AWS::KMS::Key').filter(({ id }) => id === 'MessageKey');
    expect(keys.map(({ stack }) => stack)).toEqual(['compass-test-notifications']);
    for (const key of keys) {
      expect(key.properties.KeyPolicy.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' } }),
      );
    }
  });
});

describe('the schema registry', () => {
  const schemas = ofType('AWS::EventSchemas::Schema').map(({ properties }) => properties);

  it('has a schema of every event, under the name that EventBridge would give it', () => {
    expect(schemas.map(({ SchemaName }) => SchemaName).sort()).toEqual(detailTypes.map((type) => `${sourceOf(type)}@${type}`).sort());
  });

  it.each(schemas.map(({ SchemaName, Content }) => [SchemaName, JSON.parse(Content)]))('describes the whole event: %s', (name, schema) => {
    const [source, detailType] = String(name).split('@');
    expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-04/schema#', 'x-amazon-events-source': source });
    expect(schema.properties['detail-type']).toEqual({ type: 'string', enum: [detailType] });
    expect(schema.properties.detail.required).toEqual(['metadata', 'data']);
  });
});
