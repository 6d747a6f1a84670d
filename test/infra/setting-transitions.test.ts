import { describe, expect, it } from 'vitest';
import type { DeploymentContext } from '#infra/environments.ts';
import { type Deployed, deploy, order } from './deploy-stacks.ts';
import { deploymentUnderTest } from './deployment-under-test.ts';

const templatesOf = (context: DeploymentContext): Deployed =>
  Object.fromEntries(
    Object.entries(deploymentUnderTest({ stage: 'test', ...context }).templates).map(([name, template]) => [nameOf(name), template]),
  );

const nameOf = (stack: string): string => stack.replace('compass-test-', '');

const first = (context: DeploymentContext): Deployed => deploy({}, templatesOf(context));

const domain = { domainName: 'compass.example.com', hostedZoneId: 'Z1' };
const publicDomain = { publicDomainName: 'api.example.com', publicHostedZoneId: 'Z2' };
const ownIssuer = { oidcIssuer: 'https://login.example.com', oidcAudience: 'compass' };

describe('settings of a deployed stage', () => {
  it.each<[string, DeploymentContext, DeploymentContext]>([
    ['get a domain', {}, domain],
    ['lose their domain', domain, {}],
    ['get another domain', domain, { ...domain, domainName: 'other.example.com' }],
    ['get a domain of the public API', domain, { ...domain, ...publicDomain }],
    ['lose the domain of the public API', publicDomain, {}],
    ['get a second authority', {}, { certificateAuthority: 'kms,kms-2' }],
    ['let the second authority issue', { certificateAuthority: 'kms,kms-2' }, { certificateAuthority: 'kms-2,kms' }],
    ['get a private authority beside', {}, { certificateAuthority: 'kms,acm-pca' }],
    ['let the private authority issue', { certificateAuthority: 'kms,acm-pca' }, { certificateAuthority: 'acm-pca,kms' }],
    ['get a user pool instead of an issuer', ownIssuer, {}],
    ['lose their budget', { monthlyBudgetUsd: 50 }, {}],
    ['serve revocation lists by https only', {}, { revocationLists: 'https' }],
    ['serve revocation lists by http', { revocationLists: 'https' }, {}],
    ['serve no console any more', {}, { console: 'none' }],
    ['serve the console', { console: 'none' }, {}],
    ['serve a console with an issuer', ownIssuer, { ...ownIssuer, consoleSignIn: { clientId: 'console' } }],
    ['encrypt messages with a key', {}, { messageEncryption: 'key' }],
    ['let SQS encrypt messages, and keep the key for those of before', { messageEncryption: 'key' }, { formerMessageKeys: true }],
    ['get another issuer', ownIssuer, { ...ownIssuer, oidcIssuer: 'https://other.example.com' }],
    [
      'change variables',
      {},
      {
        pollAfterSeconds: 30,
        rollout: 'canary',
        reservedConcurrency: '{"director":100}',
        requestsPerSecond: 2000,
        quotas: '{"webhooks":5}',
        runtimeTokenSeconds: 60,
        alarmEmail: 'on-call@example.com',
        monthlyBudgetUsd: 50,
      },
    ],
  ])('%s in one deployment', (_, before, after) => {
    expect(Object.keys(deploy(first(before), templatesOf(after)))).toHaveLength(order.length);
  });

  it.each<[string, DeploymentContext, DeploymentContext, string[]]>([
    ['the user pool, for an issuer', {}, ownIssuer, ['api', 'provisioning', 'notifications']],
    ['an authority that issued before', { certificateAuthority: 'kms-2,kms' }, { certificateAuthority: 'kms-2' }, ['api', 'trust']],
    ['the former keys of messages', { formerMessageKeys: true }, {}, ['specifications', 'trust']],
    ['a KMS authority, for a private one', { certificateAuthority: 'acm-pca,kms' }, { certificateAuthority: 'acm-pca' }, ['api', 'trust']],
  ])('let go of %s in two: first the stacks that use it', (_, before, after, users) => {
    expect(() => deploy(first(before), templatesOf(after))).toThrow(/cannot drop/);
    expect(Object.keys(deploy(deploy(first(before), templatesOf(after), users), templatesOf(after)))).toHaveLength(order.length);
  });
});
