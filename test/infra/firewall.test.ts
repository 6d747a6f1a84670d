import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { deploymentApp } from '#infra/deployment-app.ts';
import { readDeploymentSettings } from '#infra/environments.ts';
import { withoutBundling } from '#infra/synthesize-templates.ts';
import { originHeader } from '#shared/lambda/firewall.ts';
import { type Deployed, deploy } from './deploy-stacks.ts';
import { type DeploymentUnderTest, deploymentUnderTest } from './deployment-under-test.ts';
import { rightsOf } from './rights.ts';
import { behindFirewall, firewallContext, home, publicDomain, stageFileContext } from './stage-file-context.ts';

const context = firewallContext;
const closed = deploymentUnderTest(context);
const open = deploymentUnderTest(stageFileContext({ ...behindFirewall, firewall: { directCalls: 'admitted', managedRules: 'count' } }));
const without = deploymentUnderTest(stageFileContext({ ...behindFirewall, firewall: undefined }));

const stack = 'compass-test-firewall';
const only = ({ ofType }: DeploymentUnderTest, type: string) => {
  const found = ofType(type).filter((one) => one.stack === stack);
  expect(found, type).toHaveLength(1);
  return found[0]?.properties;
};

/** Functions that routes of the public API lead to. */
function publicFunctions({ ofType }: DeploymentUnderTest): string[] {
  const integrations = ofType('AWS::ApiGatewayV2::Route')
    .filter(({ properties }) => properties.ApiId === 'PublicApi')
    .map(({ properties }) => ofType('AWS::ApiGatewayV2::Integration').find(({ id }) => `integrations/${id}` === properties.Target));
  const uris = integrations.map((one) => String(one?.properties.IntegrationUri));
  return ofType('AWS::Lambda::Function')
    .filter(({ id }) => uris.some((uri) => uri === `${id}.Arn` || uri.startsWith(`${id}Alias`)))
    .map(({ properties }) => properties.FunctionName);
}

const variablesOf = ({ ofType }: DeploymentUnderTest) =>
  new Map(
    ofType('AWS::Lambda::Function').map(({ properties }) => [String(properties.FunctionName), properties.Environment?.Variables ?? {}]),
  );

describe('the edge of the firewall', () => {
  const config = () => only(closed, 'AWS::CloudFront::Distribution').DistributionConfig;

  it('answers under the name of the public API, by TLS 1.2 or later, HTTP/2 and HTTP/3, over IPv4 and IPv6', () => {
    expect(config()).toMatchObject({ Aliases: ['api.example.com'], HttpVersion: 'http2and3', IPV6Enabled: true, Enabled: true });
    expect(config().ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' });
    expect(only(closed, 'AWS::CertificateManager::Certificate').DomainName).toBe('api.example.com');
  });

  it('passes every method on, over TLS, with all that clients send but the host, and keeps no answer', () => {
    expect(config().DefaultCacheBehavior).toMatchObject({
      AllowedMethods: expect.arrayContaining(['GET', 'POST', 'OPTIONS', 'DELETE']),
      // Managed-CachingDisabled and Managed-AllViewerExceptHostHeader.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      ViewerProtocolPolicy: 'https-only',
    });
    expect(config().CacheBehaviors).toBeUndefined();
  });

  it('waits for the gateway longer than the gateway for a function', () => {
    const [origin] = config().Origins;
    expect(origin.DomainName).toBe('origin.api.example.com');
    expect(origin.CustomOriginConfig).toEqual({
      OriginProtocolPolicy: 'https-only',
      OriginReadTimeout: expect.toSatisfy((seconds: number) => seconds > 30 && seconds <= 60),
      OriginSSLProtocols: ['TLSv1.2'],
    });
  });

  it('is in us-east-1, whichever Region the stage is in, and refers to nothing of another Region', () => {
    const stacks = deploymentApp({ context: withoutBundling(context) }).node.children.filter(Stack.isStack);
    expect(stacks.filter(({ region }) => region !== home.region).map(({ stackName, region }) => `${stackName} ${region}`)).toEqual([
      `${stack} us-east-1`,
    ]);
    expect(stacks.every(({ account }) => account === home.account)).toBe(true);
    const { Resources, Outputs = {} } = closed.templates[stack] ?? expect.fail('no stack');
    expect(JSON.stringify(Resources)).not.toContain('Fn::ImportValue');
    expect(Object.values(Outputs).filter(({ Export }) => Export)).toEqual([]);
    expect(Object.values(Resources).filter(({ Type }) => /^Custom::|^AWS::Lambda/.test(Type))).toEqual([]);
  });
});

describe('the rules of the firewall', () => {
  interface Rule {
    readonly Name: string;
    readonly Action?: object;
    readonly OverrideAction?: object;
    readonly Statement: {
      readonly RateBasedStatement?: object;
      readonly ManagedRuleGroupStatement?: { readonly Name: string; readonly RuleActionOverrides: { Name: string; ActionToUse: object }[] };
    };
  }
  const acl = (deployment: DeploymentUnderTest) => only(deployment, 'AWS::WAFv2::WebACL');
  const rules = (deployment: DeploymentUnderTest): Rule[] => acl(deployment).Rules;
  const counted = rules(closed).flatMap(({ Statement }) => Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? []);

  it('are in front of the distribution', () => {
    expect(acl(closed)).toMatchObject({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
    expect(only(closed, 'AWS::CloudFront::Distribution').DistributionConfig.WebACLId).toBe('RulesWebAcl.Arn');
  });

  it('refuse an address beyond its rate with 429, before anything else is looked at', () => {
    const limited = (requestsPerAddress: number) => ({
      Statement: { RateBasedStatement: { AggregateKeyType: 'IP', EvaluationWindowSec: 300, Limit: requestsPerAddress } },
      Action: { Block: { CustomResponse: { ResponseCode: 429, ResponseHeaders: [{ Name: 'Retry-After', Value: '300' }] } } },
    });
    expect(rules(closed)[0]).toMatchObject(limited(6000));
  });

  it('are those of AWS against known bad addresses and inputs, and the common ones', () => {
    expect(rules(closed).flatMap(({ Statement }) => Statement.ManagedRuleGroupStatement?.Name ?? [])).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
    ]);
    expect(rules(closed).flatMap(({ OverrideAction }) => OverrideAction ?? [])).toEqual([{ None: {} }, { None: {} }, { None: {} }]);
  });

  it('only count large bodies, and what the common rules find in bodies, which carry texts of others', () => {
    // The common rules that look at bodies, by the documentation of the rule group; the first of them refuses more than 8 KB.
    const ofBodies = ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'EC2MetaDataSSRF_BODY', 'GenericLFI_BODY', 'GenericRFI_BODY'];
    expect(counted.map(({ Name }) => Name)).toEqual([...ofBodies, 'NoUserAgent_HEADER']);
    for (const { ActionToUse } of counted) expect(ActionToUse).toEqual({ Count: {} });
  });

  it('can be tried: rules of AWS count, and what they count is logged', () => {
    expect(rules(open).flatMap(({ OverrideAction }) => OverrideAction ?? [])).toEqual([{ Count: {} }, { Count: {} }, { Count: {} }]);
    const [filter] = only(open, 'AWS::WAFv2::LoggingConfiguration').LoggingFilter.Filters;
    expect(JSON.stringify(filter.Conditions)).toContain('"COUNT"');
    expect(rules(open)[0]?.Action).toHaveProperty('Block');
  });

  it('show the contents of requests nowhere', () => {
    const visible = [acl(closed), ...rules(closed)].map(({ VisibilityConfig }) => VisibilityConfig.SampledRequestsEnabled);
    expect(new Set(visible)).toEqual(new Set([false]));
    const { DataProtections } = acl(closed).DataProtectionConfig;
    expect(DataProtections.map(({ Field }: { Field: { FieldType: string } }) => Field.FieldType)).toEqual([
      'SINGLE_HEADER',
      'QUERY_STRING',
      'BODY',
    ]);
  });
});

describe('the logs of the firewall', () => {
  it('keep refused requests only, without the headers and queries that hold secrets', () => {
    const logging = only(closed, 'AWS::WAFv2::LoggingConfiguration');
    expect(logging.LoggingFilter).toEqual({
      DefaultBehavior: 'DROP',
      Filters: [{ Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] }],
    });
    expect(logging.RedactedFields).toEqual([
      { QueryString: {} },
      ...['authorization', 'connector-token', 'cookie'].map((Name) => ({ SingleHeader: { Name } })),
    ]);
  });

  it('have a line for each request, with its caller, path and outcome: no header, no query', () => {
    const { RecordFields } = only(closed, 'AWS::Logs::Delivery');
    expect(RecordFields).toEqual(expect.arrayContaining(['c-ip', 'cs-uri-stem', 'sc-status', 'x-edge-request-id']));
    expect(RecordFields).not.toEqual(expect.arrayContaining([expect.stringMatching(/\(|query|referer|cookie|user-agent|forwarded/i)]));
    expect(only(closed, 'AWS::Logs::DeliverySource')).toMatchObject({ LogType: 'ACCESS_LOGS' });
  });

  it('are written by the delivery of logs for this account, and by no other principal', () => {
    const policies = closed.ofType('AWS::Logs::ResourcePolicy').filter((one) => one.stack === stack);
    expect(policies).toHaveLength(2);
    for (const { properties } of policies) {
      const [statement, ...others] = JSON.parse(properties.PolicyDocument).Statement;
      expect(others).toEqual([]);
      expect(statement.Principal).toEqual({ Service: 'delivery.logs.amazonaws.com' });
      expect(statement.Condition.StringEquals).toEqual({ 'aws:SourceAccount': 'AWS::AccountId' });
    }
  });
});

describe('the secret of the firewall', () => {
  it('is made by Secrets Manager, beside the edge and beside the functions', () => {
    const secret = only(closed, 'AWS::SecretsManager::Secret');
    expect(secret).toMatchObject({ Name: 'compass-test/origin-secret', ReplicaRegions: [{ Region: home.region }] });
    expect(secret.SecretString).toBeUndefined();
    expect(secret.GenerateSecretString).toMatchObject({ GenerateStringKey: 'current', PasswordLength: 64, SecretStringTemplate: '{}' });
  });

  it('has no replica where edge and functions share a Region', () => {
    const inUsEast = deploymentUnderTest(stageFileContext({ ...behindFirewall, region: 'us-east-1' }));
    expect(only(inUsEast, 'AWS::SecretsManager::Secret').ReplicaRegions ?? []).toEqual([]);
  });

  it('is in no template: the header of the edge is a reference, and the only one of all stacks', () => {
    const [origin] = only(closed, 'AWS::CloudFront::Distribution').DistributionConfig.Origins;
    const reference = '{{resolve:secretsmanager:OriginSecret:SecretString:current::}}';
    expect(origin.OriginCustomHeaders).toEqual([{ HeaderName: originHeader, HeaderValue: reference }]);
    expect(JSON.stringify(closed.templates).match(/\{\{resolve:/g)).toHaveLength(1);
  });

  it('is read again by CloudFormation when a rotation names itself', () => {
    const { Comment } = only(closed, 'AWS::CloudFront::Distribution').DistributionConfig;
    expect(Comment).toContain('OriginSecretRotation');
    expect(closed.templates[stack]?.Parameters?.OriginSecretRotation).toMatchObject({ Default: 'none' });
  });

  const readable = 'arn:AWS::Partition:secretsmanager:AWS::Region:AWS::AccountId:secret:compass-test/origin-secret-??????';

  it('is read by the five functions behind the public API, and by no other', () => {
    const names = publicFunctions(closed);
    expect(names.map((name) => name.replace('compass-test-', '')).sort()).toEqual([
      'connector',
      'crl-endpoint',
      'director',
      'provisioner',
      'token-endpoint',
    ]);
    for (const [name, variables] of variablesOf(closed)) {
      const isPublic = names.includes(name);
      expect(variables.ORIGIN_SECRET, name).toBe(isPublic ? 'compass-test/origin-secret' : undefined);
      expect(variables.DIRECT_CALLS, name).toBe(isPublic ? 'refused' : undefined);
      expect(rightsOf(closed, name)[readable], name).toEqual(isPublic ? ['secretsmanager:GetSecretValue'] : undefined);
    }
  });

  it('is asked for by no function without a firewall', () => {
    for (const [name, variables] of variablesOf(without)) {
      expect(variables, name).not.toHaveProperty('ORIGIN_SECRET');
      expect(rightsOf(without, name), name).not.toHaveProperty([readable]);
    }
    expect(Object.keys(without.templates)).not.toContain(stack);
  });
});

describe('names', () => {
  const recordsOf = ({ ofType }: DeploymentUnderTest, name: string) =>
    ofType('AWS::Route53::RecordSet').filter(({ properties }) => properties.Name === `${name}.`);
  const targetsOf = (deployment: DeploymentUnderTest, name: string) =>
    recordsOf(deployment, name).map(({ properties }) => `${properties.Type} ${properties.AliasTarget.DNSName}`);

  it('lead clients of the public API to the edge, and the edge to the gateway, over IPv4 and IPv6', () => {
    for (const deployment of [closed, open]) {
      expect(targetsOf(deployment, 'api.example.com')).toEqual(['A edge.api.example.com', 'AAAA edge.api.example.com']);
      expect(targetsOf(deployment, 'edge.api.example.com')).toEqual(['A Distribution.DomainName', 'AAAA Distribution.DomainName']);
      const gateway = 'OriginDomain.RegionalDomainName';
      expect(targetsOf(deployment, 'origin.api.example.com')).toEqual([`A ${gateway}`, `AAAA ${gateway}`]);
    }
  });

  it('lead clients with certificates past the firewall, which cannot hand certificates on', () => {
    for (const deployment of [without, open, closed]) {
      expect(targetsOf(deployment, 'compass.example.com')).toEqual([
        'A MutualTlsDomain.RegionalDomainName',
        'AAAA MutualTlsDomain.RegionalDomainName',
      ]);
    }
  });

  it('of the gateway beside the origin are closed, unless calls past the firewall are admitted', () => {
    const of = ({ ofType }: DeploymentUnderTest) => ({
      domains: ofType('AWS::ApiGatewayV2::ApiMapping').flatMap(({ properties }) =>
        properties.ApiId === 'PublicApi' ? [properties.DomainName] : [],
      ),
      executeApi: !ofType('AWS::ApiGatewayV2::Api').find(({ id }) => id === 'PublicApi')?.properties.DisableExecuteApiEndpoint,
    });
    expect(of(without)).toEqual({ domains: ['PublicDomain'], executeApi: true });
    expect(of(open)).toEqual({ domains: expect.arrayContaining(['PublicDomain', 'OriginDomain']), executeApi: true });
    expect(of(closed)).toEqual({ domains: ['OriginDomain'], executeApi: false });
  });

  it('have the same addresses in the functions that hand them to clients', () => {
    const urls = (deployment: DeploymentUnderTest) => [...variablesOf(deployment).values()].flatMap(({ PUBLIC_URL }) => PUBLIC_URL ?? []);
    expect(new Set([...urls(closed), ...urls(open), ...urls(without)])).toEqual(new Set(['https://api.example.com']));
  });
});

describe('a deployed stage', () => {
  const deployedOf = ({ templates }: DeploymentUnderTest): Deployed =>
    Object.fromEntries(Object.entries(templates).map(([name, template]) => [name.replace('compass-test-', ''), template]));
  const unnamed = deploymentUnderTest(stageFileContext({}));

  it.each([
    ['gets a firewall', without, closed],
    ['gets a firewall past which calls are admitted', without, open],
    ['closes the way past the firewall', open, closed],
    ['opens the way past the firewall', closed, open],
    ['loses the firewall', open, without],
    ['loses a firewall that is closed', closed, without],
    ['gets a public domain and a firewall at once', unnamed, closed],
    ['loses both at once', closed, unnamed],
  ])('%s in one deployment, without an export in the way', (_, before, after) => {
    const now = deploy(deploy({}, deployedOf(before)), deployedOf(after));
    expect(now).toMatchObject(deployedOf(after));
  });

  /** Names that exist once, with the resources that claim them. CloudFormation would make a second claim before it deletes the first, and fail. */
  const claims = ({ ofType }: DeploymentUnderTest): [string, string][] => [
    ...ofType('AWS::Route53::RecordSet').map(({ stack: owner, id, properties }): [string, string] => [
      `${properties.Name} ${properties.Type}`,
      `${owner} ${id}`,
    ]),
    ...ofType('AWS::ApiGatewayV2::DomainName').map(({ stack: owner, id, properties }): [string, string] => [
      `gateway ${properties.DomainName}`,
      `${owner} ${id}`,
    ]),
    ...ofType('AWS::ApiGatewayV2::ApiMapping').map(({ stack: owner, id, properties }): [string, string] => [
      `mapping of ${properties.DomainName}`,
      `${owner} ${id}`,
    ]),
  ];

  it('has each name of the world under the same logical id with and without a firewall', () => {
    const owners = new Map<string, Set<string>>();
    for (const [claim, owner] of [without, open, closed].flatMap(claims)) owners.set(claim, (owners.get(claim) ?? new Set()).add(owner));
    expect([...owners].filter(([, logicalIds]) => logicalIds.size > 1)).toEqual([]);
    expect(owners.size).toBeGreaterThan(10);
  });

  it('gets the edge before names lead to it', () => {
    const stacks = deploymentApp({ context: withoutBundling(context) }).node.children.filter(Stack.isStack);
    const api = stacks.find(({ stackName }) => stackName === 'compass-test-api');
    expect(api?.dependencies.map(({ stackName }) => stackName)).toContain(stack);
  });

  it('says of its firewall, and of the address of API Gateway, that their removal is hard to undo', () => {
    const named = (deployment: DeploymentUnderTest) =>
      (deployment.templates['compass-test-stateful'] as { Metadata?: Record<string, unknown> }).Metadata?.['compass:hard-to-undo'];
    const domains = ['compass.example.com', 'api.example.com'];
    expect(named(without)).toMatchObject({ domain: [...domains, 'execute-api'], firewall: [] });
    expect(named(open)).toMatchObject({ domain: [...domains, 'execute-api'], firewall: ['api.example.com'] });
    expect(named(closed)).toMatchObject({ domain: domains, firewall: ['api.example.com'] });
  });
});

describe('the setting of the firewall', () => {
  const read = (given: object, more: object = {}) =>
    readDeploymentSettings(new App({ context: { ...stageFileContext(given), ...more } }).node);

  it('needs no value, and is off without the setting', () => {
    expect(read(behindFirewall).firewall).toEqual({
      requestsPerAddress: 6000,
      managedRules: 'block',
      directCalls: 'refused',
      domain: { domainName: 'api.example.com', hostedZoneId: 'Z2' },
      homeRegion: home.region,
    });
    expect(read(publicDomain).firewall).toBeUndefined();
  });

  it('may be repeated by the command line, with or without its defaults, and not be contradicted', () => {
    for (const firewall of ['{}', '{"requestsPerAddress":6000}']) expect(read(behindFirewall, { firewall })).toEqual(read(behindFirewall));
    expect(() => read(behindFirewall, { firewall: '{"requestsPerAddress":100}' })).toThrow(/says otherwise of firewall/);
    expect(() => read(publicDomain, { firewall: '{}' })).toThrow(/says otherwise of firewall/);
  });

  it.each([
    ['without a domain of the public API', { firewall: {} }, /firewall needs publicDomainName/],
    ['with a part that does not exist', { ...publicDomain, firewall: { rate: 100 } }, /firewall/],
    ['with a rate that AWS does not count', { ...publicDomain, firewall: { requestsPerAddress: 1 } }, /requestsPerAddress/],
    ['where the other domain has a name that it needs', { ...behindFirewall, domainName: 'origin.api.example.com' }, /the firewall needs/],
    [
      'under a name too long for the certificate of the origin',
      { ...publicDomain, publicDomainName: `${'a'.repeat(50)}.example.com`, firewall: {} },
      /too long for a firewall/,
    ],
    ['in a Region of another partition', { ...behindFirewall, region: 'cn-north-1' }, /firewall is not for cn-north-1/],
  ])('is refused %s', (_, given, message) => {
    expect(() => read(given)).toThrow(message);
  });

  it('is refused for a stage without a file, whose Region is not known', () => {
    const given = { stage: 'test', ...publicDomain, firewall: '{}' };
    expect(() => readDeploymentSettings(new App({ context: given }).node)).toThrow(/firewall needs stages\/test\.json/);
  });
});
