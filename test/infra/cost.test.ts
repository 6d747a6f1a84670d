import { describe, expect, it } from 'vitest';
import type { DeploymentContext } from '#infra/environments.ts';
import type { Template } from '#infra/synthesize-templates.ts';
import { idleCostOf } from '../../scripts/cost/idle-cost.ts';
import { notedShare, operationCosts } from '../../scripts/cost/operation-cost.ts';
import { dollarsOf, freePartOf } from '../../scripts/cost/price-list.ts';
import { runtimeCosts } from '../../scripts/cost/runtime-cost.ts';
import { stagesToPrice, templatesOf as templatesOfStage } from '../../scripts/cost/stages.ts';
import { acmPcaContext, completeContext, deploymentUnderTest } from './deployment-under-test.ts';
import { firewallContext } from './stage-file-context.ts';

const templatesOf = (context: DeploymentContext) => deploymentUnderTest(context).templates;
const dev = templatesOf({ stage: 'dev' });
const prod = templatesOf({ stage: 'prod', domainName: 'compass.example.com', hostedZoneId: 'Z1', alarmEmail: 'on-call@example.com' });

const withResources = (Resources: Template['Resources']) => idleCostOf({ stack: { Resources } });

describe('the idle cost of a deployment', () => {
  it.each([
    ['dev', dev, 6],
    ['prod, with a domain and alarms by mail', prod, 9],
  ])('of %s is kept low', (_, templates, dollars) => {
    expect(idleCostOf(templates).billed).toBeLessThanOrEqual(dollars);
  });

  it.each([
    ['with everything', completeContext],
    ['with ACM PCA', acmPcaContext],
    ['with a firewall', firewallContext],
    ['with an issuer of its own', { stage: 'test', oidcIssuer: 'https://login.example.com', oidcAudience: 'compass' }],
  ])('%s counts every resource, or says why it is free', (_, context) => {
    const { resources, free } = idleCostOf(templatesOf(context));
    expect(resources.length).toBeGreaterThan(10);
    for (const reason of Object.values(free)) expect(reason).not.toBe('');
  });

  it.each(stagesToPrice())('of the stage %s has a sum', (stage) => {
    expect(idleCostOf(templatesOfStage(stage)).billed).toBeGreaterThan(1);
  });

  it('is refused for a type of resource that the list does not know', () => {
    expect(() => withResources({ Nat: { Type: 'AWS::EC2::NatGateway' } })).toThrow(/AWS::EC2::NatGateway: add a price/);
  });

  it('is refused for a schedule that the list does not know', () => {
    const Rule = { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'cron(0 * * * ? *)', Targets: [{ Arn: 'a' }] } };
    expect(() => withResources({ Rule })).toThrow(/no price here/);
  });

  it('counts each metric of an alarm', () => {
    const Metrics = [{ MetricStat: {} }, { MetricStat: {} }, { Expression: 'a + b' }];
    const { list, billed } = withResources({ Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Metrics } } });
    expect(list).toBeCloseTo(0.2);
    expect(billed).toBeCloseTo(0);
  });

  it('lets the free allowance count once for all resources', () => {
    const alarm = { Type: 'AWS::CloudWatch::Alarm', Properties: {} };
    const { list, billed } = withResources(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`Alarm${at}`, alarm])));
    expect(list).toBeCloseTo(1.2);
    expect(billed).toBeCloseTo(0.2);
  });

  it('has the price of a private authority by its mode', () => {
    const authority = (UsageMode: string) => ({ Type: 'AWS::ACMPCA::CertificateAuthority', Properties: { UsageMode } });
    expect(withResources({ A: authority('GENERAL_PURPOSE') }).list).toBe(400);
    expect(withResources({ A: authority('SHORT_LIVED_CERTIFICATE') }).list).toBe(50);
  });
});

describe('the cost of a million operations', () => {
  const costs = operationCosts(dev);
  const costOf = (name: string) => costs.find(({ operation }) => operation === name)?.dollars ?? expect.fail(`no ${name}`);

  it('is the sum of its quantities by the list', () => {
    for (const { quantities, dollars } of costs) {
      const sum = Object.entries(quantities).reduce((total, [name, quantity]) => total + dollarsOf(name as 'event', quantity), 0);
      expect(dollars).toBeCloseTo(sum, 6);
    }
  });

  it('of polls lies between those whose contact is noted and those whose is not', () => {
    const mixed = costOf('poll, unchanged, with its contact');
    expect(mixed).toBeGreaterThan(costOf('poll, unchanged'));
    expect(mixed).toBeLessThan(costOf('poll, unchanged, its contact noted'));
  });

  it('of unchanged polls with their contacts is 2.21 dollars at most', () => {
    expect(costOf('poll, unchanged, with its contact')).toBeLessThanOrEqual(2.21);
  });

  it('is the same with a domain and alarms by mail', () => {
    expect(operationCosts(prod)).toEqual(costs);
  });
});

describe('the cost of a Runtime on AWS', () => {
  const costs = runtimeCosts(operationCosts(dev));

  it('is below 0.30 dollars a month while nothing changes, with a poll every minute', () => {
    expect(costs[0]).toMatchObject({ pollSeconds: 60 });
    expect(costs[0]?.dollars).toBeGreaterThan(0.05);
    expect(costs[0]?.dollars).toBeLessThan(0.3);
  });

  it('falls with the period of the polls', () => {
    const dollars = costs.map((cost) => cost.dollars);
    expect(dollars).toEqual([...dollars].sort((a, b) => b - a));
  });
});

describe('the share of polls whose contact is noted', () => {
  it('is every poll where contacts are noted as often', () => {
    expect(notedShare(60, 48)).toBe(1);
  });

  it('follows from pauses of 80 to 120 percent of the period', () => {
    expect(notedShare(60, 60)).toBeCloseTo(0.676, 2);
    expect(notedShare(60, 144)).toBeCloseTo(1 / 3, 3);
  });
});

describe('the cost of a firewall', () => {
  const prices = idleCostOf(templatesOf(firewallContext));
  const inFirewall = prices.resources.filter(({ stack }) => stack === 'compass-test-firewall');

  it('is, idle, that of its rules, of its secret in two Regions, and of its alarms', () => {
    expect(Object.fromEntries(inFirewall.map(({ type, dollars }) => [type, dollars]))).toMatchObject({
      'AWS::WAFv2::WebACL': 9,
      'AWS::SecretsManager::Secret': 0.8,
    });
    expect(prices.free).toHaveProperty(['AWS::CloudFront::Distribution']);
  });

  it('is, by the call, that of calls without a certificate', () => {
    const [without, behind] = [templatesOf(completeContext), templatesOf(firewallContext)].map(operationCosts);
    const more = Object.fromEntries(
      (behind ?? []).map(({ operation, dollars }) => [
        operation,
        dollars - (without?.find((one) => one.operation === operation)?.dollars ?? 0),
      ]),
    );
    expect(more['register an Application']).toBeGreaterThan(1.6);
    expect(more['register an Application']).toBeLessThan(2);
    for (const ofCertificates of ['poll, unchanged, with its contact', 'renew a certificate'])
      expect(more[ofCertificates]).toBeCloseTo(0, 9);
  });
});

describe('a free allowance', () => {
  it('is the whole of a small quantity, and a part of a large one', () => {
    expect(freePartOf('dashboard', 1)).toBe(1);
    expect(freePartOf('dashboard', 5)).toBe(3);
    expect(freePartOf('key', 5)).toBe(0);
  });
});
