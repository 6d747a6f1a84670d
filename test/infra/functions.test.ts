import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { authorityWatchEnvironment } from '#functions/authority-watch/env.ts';
import { clientRemoverEnvironment } from '#functions/client-remover/env.ts';
import { connectorEnvironment } from '#functions/connector/env.ts';
import { consolePublisherEnvironment } from '#functions/console-publisher/env.ts';
import { crlEndpointEnvironment } from '#functions/crl-endpoint/env.ts';
import { crlPublisherEnvironment } from '#functions/crl-publisher/env.ts';
import { deliverySchedulerEnvironment } from '#functions/delivery-scheduler/env.ts';
import { directorEnvironment } from '#functions/director/env.ts';
import { eventRelayEnvironment } from '#functions/event-relay/env.ts';
import { healthProberEnvironment } from '#functions/health-prober/env.ts';
import { livenessWatcherEnvironment } from '#functions/liveness-watcher/env.ts';
import { notificationFanoutEnvironment } from '#functions/notification-fanout/env.ts';
import { provisionerEnvironment } from '#functions/provisioner/env.ts';
import { stepEnvironments } from '#functions/provisioning/env.ts';
import { stepNames, steps } from '#functions/provisioning/steps.ts';
import { specCleanerEnvironment } from '#functions/spec-cleaner/env.ts';
import { specFetcherEnvironment } from '#functions/spec-fetcher/env.ts';
import { sweeperEnvironment } from '#functions/sweeper/env.ts';
import { tokenEndpointEnvironment } from '#functions/token-endpoint/env.ts';
import { truststorePublisherEnvironment } from '#functions/truststore-publisher/env.ts';
import { webhookDispatcherEnvironment } from '#functions/webhook-dispatcher/env.ts';
import { webhookTesterEnvironment } from '#functions/webhook-tester/env.ts';
import { defaultLimits } from '#shared/core/quotas.ts';
import { acmPcaContext, completeContext, type DeploymentUnderTest, deploymentUnderTest } from './deployment-under-test.ts';
import { consumerOf, tellersOf } from './tellers.ts';

const schemas: Record<string, z.ZodType> = {
  'functions/authority-watch/handler.ts': authorityWatchEnvironment,
  'functions/client-remover/handler.ts': clientRemoverEnvironment,
  'functions/connector/handler.ts': connectorEnvironment,
  'functions/console-publisher/handler.ts': consolePublisherEnvironment,
  'functions/crl-endpoint/handler.ts': crlEndpointEnvironment,
  'functions/crl-publisher/handler.ts': crlPublisherEnvironment,
  'functions/delivery-scheduler/handler.ts': deliverySchedulerEnvironment,
  'functions/director/handler.ts': directorEnvironment,
  'functions/event-relay/handler.ts': eventRelayEnvironment,
  'functions/health-prober/handler.ts': healthProberEnvironment,
  'functions/liveness-watcher/handler.ts': livenessWatcherEnvironment,
  'functions/notification-fanout/handler.ts': notificationFanoutEnvironment,
  'functions/provisioner/handler.ts': provisionerEnvironment,
  'functions/spec-cleaner/handler.ts': specCleanerEnvironment,
  'functions/spec-fetcher/handler.ts': specFetcherEnvironment,
  'functions/token-endpoint/handler.ts': tokenEndpointEnvironment,
  'functions/sweeper/handler.ts': sweeperEnvironment,
  'functions/truststore-publisher/handler.ts': truststorePublisherEnvironment,
  'functions/webhook-dispatcher/handler.ts': webhookDispatcherEnvironment,
  'functions/webhook-tester/handler.ts': webhookTesterEnvironment,
  ...Object.fromEntries(
    stepNames.map((name) => [`${name} of functions/provisioning/${steps[name].module}.ts`, stepEnvironments[steps[name].module]]),
  ),
};

const { ofType } = deploymentUnderTest();
const functionsOf = (deployment: DeploymentUnderTest) =>
  deployment.ofType('AWS::Lambda::Function').map((found) => {
    const entry = String(found.template.Metadata?.['compass:entry']);
    const handler = String(found.properties.Handler).replace('index.', '');
    return [handler === 'handler' ? entry : `${handler} of ${entry}`, found] as const;
  });
const functions = functionsOf(deploymentUnderTest());

/** References become what they could be once deployed. */
const deployed = (variables: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      /_(URL|ISSUER)$/.test(name) && value !== '' && !URL.canParse(value) ? 'https://deployed.example.com' : value,
    ]),
  );

describe('functions', () => {
  it('are all there, each with a handler of its own', () => {
    expect(functions.map(([entry]) => entry).sort()).toEqual(Object.keys(schemas).sort());
  });

  const withAcmPca = functionsOf(deploymentUnderTest(acmPcaContext)).filter(([, { properties }]) =>
    Object.keys(properties.Environment?.Variables ?? {}).some((name) => name.startsWith('CERTIFICATE_AUTHORIT')),
  );

  it.each([...functions, ...withAcmPca])(
    '%s gets an environment that its schema accepts, without a variable too many',
    (entry, { properties }) => {
      const variables = deployed(properties.Environment?.Variables ?? {});
      const parsed = schemas[entry]?.safeParse(variables);
      expect(parsed?.error).toBeUndefined();
      expect(Object.keys(parsed?.data as object)).toEqual(expect.arrayContaining(Object.keys(variables)));
    },
  );

  it('that have the table all keep the quotas of the deployment', () => {
    const limited = deploymentUnderTest({ ...completeContext, quotas: { webhooks: 5 } });
    const environments = limited.ofType('AWS::Lambda::Function').map(({ properties }) => properties.Environment?.Variables ?? {});
    const withTable = environments.filter(({ TABLE_NAME }) => TABLE_NAME !== undefined);
    expect(withTable.length).toBeGreaterThan(15);
    for (const { QUOTAS } of withTable) expect(JSON.parse(QUOTAS)).toEqual({ ...defaultLimits, webhooks: 5 });
  });

  it.each(functions)('%s runs on Node 24 and arm64, with time and memory of its own, and pays for no traces', (_, { properties }) => {
    expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    expect(properties.TracingConfig).toBeUndefined();
    expect(properties.Timeout).toBeGreaterThan(3);
    expect(properties.MemorySize).toBeGreaterThan(128);
  });

  it('may send messages to themselves where they do, and are stopped by Lambda otherwise', () => {
    const continuing = functions.filter(([, { properties }]) => properties.RecursiveLoop === 'Allow').map(([entry]) => entry);
    expect(continuing).toEqual(['functions/notification-fanout/handler.ts']);
  });

  it.each(functions)('%s writes JSON to a log group of its own that forgets', (_, { properties }) => {
    expect(properties.LoggingConfig.LogFormat).toBe('JSON');
    const logGroup = ofType('AWS::Logs::LogGroup').find(({ id }) => id === properties.LoggingConfig.LogGroup);
    expect(logGroup?.properties).toMatchObject({ LogGroupName: `/aws/lambda/${properties.FunctionName}`, RetentionInDays: 30 });
  });

  it.each(functions)('%s is noticed when it fails all the time: by an alarm, or by those who wait for it', (_entry, { id }) => {
    expect(tellersOf(deploymentUnderTest(), id)).not.toEqual([]);
  });

  it('whose queue would tell only after more than an hour ring at the first failure, and no other do', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    const slow = alarms.filter(({ AlarmDescription, Threshold }) => AlarmDescription.endsWith('#queue-delay') && Threshold > 3600);
    const queues: string[] = slow.map(({ Dimensions }) => Dimensions[0].Value.replace(/QueueName$/, 'Arn'));
    const consumers = queues.map((queue) => consumerOf(deploymentUnderTest(), queue));
    const ringing = alarms.filter(({ MetricName }) => MetricName === 'Errors').map(({ Dimensions }) => Dimensions[0].Value);
    expect(ringing.sort()).toEqual(consumers.sort());
    expect(ringing).toEqual(['SpecFetcherFunction', 'WebhookDispatcherFunction']);
  });

  it('have concurrent executions of their own only where the deployment reserves them', () => {
    const reserving = deploymentUnderTest({ ...completeContext, reservedConcurrency: { director: 500, connector: 100 } });
    const reserved = (deployment: DeploymentUnderTest) =>
      deployment
        .ofType('AWS::Lambda::Function')
        .filter(({ properties }) => properties.ReservedConcurrentExecutions !== undefined)
        .map(({ id, properties }) => [id, properties.ReservedConcurrentExecutions]);
    expect(reserved(deploymentUnderTest())).toEqual([]);
    expect(Object.fromEntries(reserved(reserving))).toEqual({ DirectorFunction: 500, ConnectorFunction: 100 });
  });

  it('behind the gateway stop before it gives up', () => {
    const served = functions.filter(([entry]) => /(director|connector|provisioner)\/handler/.test(entry));
    for (const [entry, { properties }] of served) expect(properties.Timeout, entry).toBeLessThanOrEqual(29);
  });
});

describe('log groups', () => {
  it('all forget', () => {
    for (const { id, properties } of ofType('AWS::Logs::LogGroup')) expect(properties.RetentionInDays, id).toBeGreaterThan(0);
  });

  it.each([
    ['prod', 365, 'RetainExceptOnCreate'],
    ['test', 30, 'Delete'],
  ])('of functions, APIs and workflows in the stage %s are kept for %i days, and have the deletion policy %s', (stage, days, policy) => {
    const logs = deploymentUnderTest({ ...completeContext, stage }).ofType('AWS::Logs::LogGroup');
    const others = logs.filter(({ properties }) => !properties.LogGroupName.startsWith('/aws/events/'));
    for (const kind of ['/aws/lambda/', '/aws/vendedlogs/compass-', '/aws/vendedlogs/states/compass-'])
      expect(others.some(({ properties }) => properties.LogGroupName.startsWith(kind))).toBe(true);
    for (const { id, properties, template } of others)
      expect([id, properties.RetentionInDays, template.DeletionPolicy]).toEqual([id, days, policy]);
  });
});
