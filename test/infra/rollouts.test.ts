import { describe, expect, it } from 'vitest';
import { completeContext, deploymentUnderTest } from './deployment-under-test.ts';
import { evaluate } from './metric-math.ts';
import { rightsOfRole } from './rights.ts';

const canary = deploymentUnderTest({ ...completeContext, rollout: 'canary' });
const atOnce = deploymentUnderTest();
const served = ['Connector', 'Director', 'Provisioner'];

const aliasesOf = ({ ofType }: typeof canary) => ofType('AWS::Lambda::Alias').toSorted((a, b) => a.id.localeCompare(b.id));

interface Query {
  readonly Expression?: string;
  readonly MetricStat?: { readonly Period: number; readonly Metric: { readonly Dimensions: readonly { Name: string; Value: string }[] } };
}

const rollouts = served.map((name) => {
  const named = (type: string) => canary.ofType(type).find(({ id }) => id.startsWith(`${name}Rollout`));
  const alarm = named('AWS::CloudWatch::Alarm');
  const queries: Query[] = alarm?.properties.Metrics ?? [];
  return [name, { group: named('AWS::CodeDeploy::DeploymentGroup'), alarm, queries, named }] as const;
});

describe('the functions behind the APIs', () => {
  it.each([
    ['with a canary', canary],
    ['all at once', atOnce],
  ])('are reached by an alias that leads to a version, where they change %s', (_, deployment) => {
    const aliases = aliasesOf(deployment);
    expect(aliases.map(({ properties }) => [properties.FunctionName, properties.Name])).toEqual(
      served.map((name) => [`${name}Function`, 'live']),
    );
    const versions = deployment.ofType('AWS::Lambda::Version').map(({ id }) => id);
    for (const { properties } of aliases) {
      expect(versions.some((id) => properties.FunctionVersion.startsWith(id.slice(0, 20)))).toBe(true);
    }
  });

  it('refuse the gateway on every other way than the alias', () => {
    const permitted = canary.ofType('AWS::Lambda::Permission').map(({ properties }) => properties.FunctionName);
    for (const name of served) {
      expect(permitted).toContain(`${name}FunctionAliaslive`);
      expect(permitted).not.toContain(`${name}Function.Arn`);
    }
  });

  it('may be called before an integration leads to them, so that no call is refused while a deployment changes both', () => {
    const integrations = canary.ofType('AWS::ApiGatewayV2::Integration');
    expect(integrations.length).toBeGreaterThan(10);
    for (const { id, template } of integrations) expect(template.DependsOn, id).toEqual([expect.stringMatching(/Permission/)]);
  });

  it('keep no version but the one that serves: CloudFormation deletes the one before', () => {
    for (const { template } of canary.ofType('AWS::Lambda::Version')) expect(template.DeletionPolicy ?? 'Delete').toBe('Delete');
  });
});

describe('a rollout all at once', () => {
  it('has neither CodeDeploy nor alarms', () => {
    expect(atOnce.ofType('AWS::CodeDeploy::DeploymentGroup')).toEqual([]);
    expect(atOnce.ofType('AWS::CloudWatch::Alarm').filter(({ id }) => id.includes('Rollout'))).toEqual([]);
    for (const { template } of aliasesOf(atOnce)) expect(template).not.toHaveProperty('UpdatePolicy');
  });

  it('is what every stage but prod has by default', () => {
    expect(deploymentUnderTest({ stage: 'prod' }).ofType('AWS::CodeDeploy::DeploymentGroup')).toHaveLength(3);
    expect(deploymentUnderTest({ stage: 'prod', rollout: 'all-at-once' }).ofType('AWS::CodeDeploy::DeploymentGroup')).toEqual([]);
  });
});

describe('a rollout with a canary', () => {
  it.each(rollouts)(
    'of the %s gives 10 % of the calls to the new version for five minutes, and takes it back by its alarm',
    (name, { group, alarm }) => {
      expect(group?.properties).toMatchObject({
        DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        AlarmConfiguration: { Enabled: true, Alarms: [{ Name: alarm?.id }] },
        AutoRollbackConfiguration: {
          Enabled: true,
          Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
        },
      });
      const alias = aliasesOf(canary).find(({ id }) => id.startsWith(name));
      expect(alias?.template).toHaveProperty('UpdatePolicy.CodeDeployLambdaAliasUpdate');
    },
  );

  it.each(rollouts)('of the %s counts the failures of the new version alone', (name, { queries, named }) => {
    const metrics = queries.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric.Dimensions] : []));
    expect(metrics).toHaveLength(3);
    for (const dimensions of metrics) {
      const version = dimensions.find(({ Name }) => /Version$/.test(Name))?.Value;
      expect(version).toMatch(new RegExp(`^${name}FunctionCurrentVersion\\w*\\.Version$`));
    }
    const [transformation] = named('AWS::Logs::MetricFilter')?.properties.MetricTransformations ?? [];
    expect(transformation).toMatchObject({ MetricValue: '1', Dimensions: [{ Key: 'Version', Value: '$.functionVersion' }] });
    // Without a default the metric costs nothing while nothing fails.
    expect(transformation).not.toHaveProperty('DefaultValue');
  });

  it.each([
    ['no call at all', {}, false],
    ['calls without a failure', { calls: 500 }, false],
    ['one failure of many calls', { calls: 500, failures: 1 }, false],
    ['a tenth that crashes', { calls: 500, crashes: 50 }, true],
    ['a tenth that answers with an internal error', { calls: 500, failures: 50 }, true],
    ['every call that fails', { calls: 1, crashes: 1 }, true],
  ])('judges a minute with %s', (_, values, isBad) => {
    for (const [, { alarm, queries }] of rollouts) {
      const { Expression = '' } = queries.find(({ Expression: text }) => text) ?? {};
      const rate = evaluate(Expression, { calls: undefined, crashes: undefined, failures: undefined, ...values });
      expect((rate ?? 0) >= alarm?.properties.Threshold).toBe(isBad);
    }
  });

  it('rings for two bad minutes, so that a single failed call in a quiet minute takes nothing back', () => {
    for (const [, { alarm, queries }] of rollouts) {
      expect(alarm?.properties).toMatchObject({ DatapointsToAlarm: 2, EvaluationPeriods: 5, TreatMissingData: 'notBreaching' });
      expect(queries.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Period] : []))).toEqual([60, 60, 60]);
    }
  });

  it.each(served)('lets CodeDeploy move the alias of the %s, and nothing else', (name) => {
    const role = canary.ofType('AWS::IAM::Role').find(({ id }) => id === `${name}RolloutRole`);
    expect(role?.properties.ManagedPolicyArns).toBeUndefined();
    const moving = ['lambda:GetAlias', 'lambda:GetProvisionedConcurrencyConfig', 'lambda:UpdateAlias'];
    expect(rightsOfRole(canary, role?.stack ?? '', `${name}RolloutRole`)).toEqual({
      [`${name}Function.Arn`]: moving,
      [`${name}Function.Arn:live`]: moving,
      '*': ['cloudwatch:DescribeAlarms'],
    });
  });
});
