import { describe, expect, it } from 'vitest';
import type { DeploymentContext } from '#infra/environments.ts';
import type { Template } from '#infra/synthesize-templates.ts';
import { deploymentUnderTest } from './deployment-under-test.ts';

/** The stacks in an order in which `cdk deploy --all` takes them: `deployment-order.test.ts`. */
const order = ['observability', 'stateful', 'notifications', 'specifications', 'trust', 'upkeep', 'api', 'provisioning'];

type Deployed = Readonly<Record<string, Template>>;

const templatesOf = (context: DeploymentContext): Deployed =>
  Object.fromEntries(
    Object.entries(deploymentUnderTest({ stage: 'test', ...context }).templates).map(([name, template]) => [nameOf(name), template]),
  );

const nameOf = (stack: string): string => stack.replace('compass-test-', '');

const exportsOf = ({ Outputs = {} }: Template): string[] =>
  Object.values(Outputs).flatMap(({ Export }) => (Export ? [JSON.stringify(Export.Name)] : []));

const importsOf = (template: Template): Set<string> =>
  new Set([...JSON.stringify(template).matchAll(/"Fn::ImportValue":("(?:[^"\\]|\\.)*")/g)].map(([, name = '']) => name));

/** Deploys stacks one after the other, as CloudFormation would: throws where an export is missing, or would go while another stack imports it. */
function deploy(before: Deployed, context: DeploymentContext, only: readonly string[] = order): Deployed {
  const after = templatesOf(context);
  let now = before;
  for (const stack of order.filter((name) => only.includes(name))) {
    const next = after[stack];
    if (!next) throw new Error(`no stack ${stack}`);
    const others = Object.entries(now).filter(([name]) => name !== stack);
    const offered = new Set(others.flatMap(([, template]) => exportsOf(template)));
    for (const name of importsOf(next)) if (!offered.has(name)) throw new Error(`${stack} imports ${name}, which no stack exports`);
    const kept = new Set(exportsOf(next));
    const lost = exportsOf(now[stack] ?? next).filter((name) => !kept.has(name));
    for (const [name, template] of others) {
      const used = lost.find((one) => importsOf(template).has(one));
      if (used) throw new Error(`${stack} cannot drop ${used}, which ${name} imports`);
    }
    now = { ...now, [stack]: next };
  }
  return now;
}

const first = (context: DeploymentContext): Deployed => deploy({}, context);

const domain = { domainName: 'compass.example.com', hostedZoneId: 'Z1' };
const ownIssuer = { oidcIssuer: 'https://login.example.com', oidcAudience: 'compass' };

describe('settings of a deployed stage', () => {
  it.each<[string, DeploymentContext, DeploymentContext]>([
    ['get a domain', {}, domain],
    ['lose their domain', domain, {}],
    ['get another domain', domain, { ...domain, domainName: 'other.example.com' }],
    ['get a second authority', {}, { certificateAuthority: 'kms,kms-2' }],
    ['let the second authority issue', { certificateAuthority: 'kms,kms-2' }, { certificateAuthority: 'kms-2,kms' }],
    ['get a private authority beside', {}, { certificateAuthority: 'kms,acm-pca' }],
    ['let the private authority issue', { certificateAuthority: 'kms,acm-pca' }, { certificateAuthority: 'acm-pca,kms' }],
    ['get a user pool instead of an issuer', ownIssuer, {}],
    ['get another issuer', ownIssuer, { ...ownIssuer, oidcIssuer: 'https://other.example.com' }],
    [
      'change variables',
      {},
      { pollAfterSeconds: 30, quotas: '{"webhooks":5}', runtimeTokenSeconds: 60, alarmEmail: 'on-call@example.com' },
    ],
  ])('%s in one deployment', (_, before, after) => {
    expect(Object.keys(deploy(first(before), after))).toHaveLength(order.length);
  });

  it.each<[string, DeploymentContext, DeploymentContext, string[]]>([
    ['the user pool, for an issuer', {}, ownIssuer, ['api', 'provisioning', 'notifications']],
    ['an authority that issued before', { certificateAuthority: 'kms-2,kms' }, { certificateAuthority: 'kms-2' }, ['api', 'trust']],
    ['a KMS authority, for a private one', { certificateAuthority: 'acm-pca,kms' }, { certificateAuthority: 'acm-pca' }, ['api', 'trust']],
  ])('let go of %s in two: first the stacks that use it', (_, before, after, users) => {
    expect(() => deploy(first(before), after)).toThrow(/cannot drop/);
    expect(Object.keys(deploy(deploy(first(before), after, users), after))).toHaveLength(order.length);
  });
});
