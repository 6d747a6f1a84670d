import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { cacheControlOf, consoleHeaders } from '#shared/console/console-headers.ts';
import { type DeploymentUnderTest, deploymentUnderTest } from './deployment-under-test.ts';
import { firewallContext, publicDomain, stageFileContext } from './stage-file-context.ts';

const stack = 'compass-test-api';
const standard = deploymentUnderTest();
const ownIssuer = { stage: 'test', oidcIssuer: 'https://login.example.com', oidcAudience: 'compass' };
const withOwnIssuer = deploymentUnderTest({
  ...ownIssuer,
  groupsClaim: 'groups',
  consoleSignIn: { clientId: 'compass-console', scopes: ['openid', 'api'], origins: ['https://tokens.example.com'] },
});

const edgeOf = ({ all }: DeploymentUnderTest) =>
  all.find(({ id }) => id === 'ConsoleDistribution')?.properties.DistributionConfig ?? expect.fail('no console');
const headersOf = ({ ofType }: DeploymentUnderTest) =>
  ofType('AWS::CloudFront::ResponseHeadersPolicy')[0]?.properties.ResponseHeadersPolicyConfig ?? expect.fail('no headers');
const functionOf = ({ ofType }: DeploymentUnderTest, name: string) =>
  ofType('AWS::Lambda::Function').find(({ properties }) => properties.FunctionName === `compass-test-${name}`)?.properties;
const configurationOf = (deployment: DeploymentUnderTest) =>
  JSON.parse(functionOf(deployment, 'console-publisher')?.Environment.Variables.CONSOLE_CONFIGURATION);
const outputOf = ({ templates }: DeploymentUnderTest) => templates[stack]?.Outputs?.ConsoleUrl?.Value;

const address = 'https://ConsoleDistribution.DomainName';

describe('the console of a deployment', () => {
  it('has its files in a bucket that CloudFront alone reads, signed and over TLS', () => {
    const bucket = standard.all.find(({ id }) => id === 'ConsoleFiles');
    expect(bucket?.properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(standard.ofType('AWS::CloudFront::OriginAccessControl')[0]?.properties.OriginAccessControlConfig).toMatchObject({
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    });
    const policy = standard.all.find(({ id }) => id === 'ConsoleFilesPolicy')?.properties.PolicyDocument.Statement;
    const allowed = policy.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.stringContaining('distribution/ConsoleDistribution') } },
      }),
    ]);
    expect(JSON.stringify(policy)).toContain('aws:SecureTransport');
  });

  it('goes with its stack, as it is made of the sources', () => {
    const bucket = standard.all.find(({ id }) => id === 'ConsoleFiles');
    expect(bucket?.template.DeletionPolicy).toBe('Delete');
  });

  it('is answered with the headers that one machine answers, and comes back by https', () => {
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = headersOf(standard);
    const connect = security.ContentSecurityPolicy.ContentSecurityPolicy.match(/connect-src 'self' (.*?);/)?.[1].split(' ');
    expect(connect).toEqual([
      'https://cognito-idp.AWS::Region.AWS::URLSuffix',
      'https://IdentityProviderUserPoolSignIn.auth.AWS::Region.amazoncognito.com',
    ]);
    const set = {
      'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      'x-content-type-options': security.ContentTypeOptions.Override && 'nosniff',
      'x-frame-options': security.FrameOptions.FrameOption,
      'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }: { Header: string; Value: string }) => [Header, Value])),
    };
    expect(set).toEqual(consoleHeaders({ connect }));
    expect(security.StrictTransportSecurity).toMatchObject({ AccessControlMaxAgeSec: 31_536_000, Override: true });
    expect(edgeOf(standard).DefaultCacheBehavior).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https', Compress: true });
  });

  it('is kept by CloudFront for as long as each file says', () => {
    // Managed-CachingOptimized
    expect(edgeOf(standard).DefaultCacheBehavior.CachePolicyId).toBe('658327ea-f89d-4fab-a63d-7e88639e58f6');
    expect(cacheControlOf('assets/index-a1.js')).toBe('public, max-age=31536000, immutable');
    expect(cacheControlOf('config.json')).toBe('no-store');
  });

  it('asks the three endpoints at its own address, uncached and with what the browser sends, and no other path', () => {
    const { CacheBehaviors } = edgeOf(standard);
    expect(CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual([
      '/director/graphql',
      '/connector/graphql',
      '/provisioner/graphql',
    ]);
    for (const behavior of CacheBehaviors) {
      expect(behavior).toMatchObject({
        // Managed-CachingDisabled, Managed-AllViewerExceptHostHeader
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        ViewerProtocolPolicy: 'https-only',
      });
    }
    expect(JSON.stringify(standard.ofType('AWS::ApiGatewayV2::Api'))).not.toContain('Cors');
  });

  it.each([
    ['with a domain of the public API', deploymentUnderTest({ stage: 'test', ...publicDomain })],
    ['behind a firewall', deploymentUnderTest(firewallContext)],
  ])('%s asks the APIs by that name', (_, deployment) => {
    const names = edgeOf(deployment).Origins.map(({ DomainName }: { DomainName: string }) => DomainName);
    expect(names).toContain('api.example.com');
    expect(JSON.stringify(names)).not.toContain('PublicApi');
  });

  it('has its users sign in by a client without a secret, that comes back to its address only', () => {
    const client = standard.ofType('AWS::Cognito::UserPoolClient').find(({ id }) => id === 'ConsoleClient');
    expect(client?.properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: [`${address}/console/`],
      LogoutURLs: [`${address}/console/`],
      AccessTokenValidity: 60,
      RefreshTokenValidity: 720,
    });
  });

  it('reads its endpoints and its client from a file, and the gateway and each API take its tokens', () => {
    expect(configurationOf(standard)).toEqual({
      issuer: 'IdentityProviderUserPool.ProviderURL',
      clientId: 'ConsoleClient',
      scopes: ['openid'],
      director: `${address}/director/graphql`,
      connector: `${address}/connector/graphql`,
      provisioner: `${address}/provisioner/graphql`,
    });
    expect(standard.ofType('AWS::ApiGatewayV2::Authorizer')[0]?.properties.JwtConfiguration.Audience).toContain('ConsoleClient');
    for (const name of ['director', 'connector']) {
      expect(functionOf(standard, name)?.Environment.Variables.CONSOLE_CLIENT_ID).toBe('ConsoleClient');
    }
    expect(standard.ofType('AWS::SSM::Parameter').map(({ properties }) => properties)).toContainEqual(
      expect.objectContaining({ Name: '/compass-test/console-client', Value: 'ConsoleClient' }),
    );
    const known = functionOf(standard, 'provisioner')?.Environment.Variables.CONSOLE_CLIENT_ID;
    expect(Object.entries(standard.templates['compass-test-provisioning']?.Parameters ?? {})).toContainEqual([
      expect.stringContaining(known),
      { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/compass-test/console-client' },
    ]);
  });

  it('signs users of an external issuer in where the settings name its client there', () => {
    expect(configurationOf(withOwnIssuer)).toMatchObject({
      issuer: 'https://login.example.com',
      clientId: 'compass-console',
      scopes: ['openid', 'api'],
      groupsClaim: 'groups',
    });
    expect(headersOf(withOwnIssuer).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).toContain(
      "connect-src 'self' https://login.example.com https://tokens.example.com;",
    );
    expect(functionOf(withOwnIssuer, 'director')?.Environment.Variables).not.toHaveProperty('CONSOLE_CLIENT_ID');
  });

  it.each([
    ['that wants none', { stage: 'test', console: 'none' as const }],
    ['with an external issuer without a client for it', ownIssuer],
    ['in China', stageFileContext({ region: 'cn-north-1' })],
  ])('is left out of a deployment %s', (_, context) => {
    const deployment = deploymentUnderTest(context);
    expect(deployment.all.filter(({ id }) => /^Console(?!Url)/.test(id))).toEqual([]);
    expect(functionOf(deployment, 'console-publisher')).toBeUndefined();
    expect(outputOf(deployment)).toMatch(/^none: /);
  });

  it.each([
    ['console needs consoleSignIn', { ...ownIssuer, console: 'served' as const }],
    ['consoleSignIn needs oidcIssuer', { stage: 'test', consoleSignIn: { clientId: 'a' } }],
    ['without a path', { ...ownIssuer, consoleSignIn: { clientId: 'a', origins: ['https://a.example.com/b'] } }],
    ['console must be none in cn-north-1', stageFileContext({ region: 'cn-north-1', console: 'served' })],
  ])('is refused: %s', (message, context) => {
    expect(() => deploymentUnderTest(context)).toThrow(message);
  });
});

describe("CloudFront's function of the console", () => {
  const [edge] = standard.ofType('AWS::CloudFront::Function');
  const answered = (uri: string) =>
    runInNewContext(`${edge?.properties.FunctionCode}; handler({ request: { uri, headers: {} } })`, { uri }) as {
      uri?: string;
      statusCode?: number;
      headers: Record<string, unknown>;
    };

  it.each([
    ['/console/', '/console/index.html'],
    ['/console/applications/7', '/console/index.html'],
    ['/console/config.json', '/console/config.json'],
    ['/console/assets/index-a1.js', '/console/assets/index-a1.js'],
  ])('leads %s to %s', (uri, file) => {
    expect(answered(uri).uri).toBe(file);
  });

  it.each(['/', '/console', '/favicon.ico', '/director/schema.graphql'])('sends %s to the console', (uri) => {
    expect(answered(uri)).toMatchObject({ statusCode: 307, headers: { location: { value: '/console/' } } });
  });

  it('runs for files alone, and not for calls of the APIs', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = edgeOf(standard);
    expect(edge?.properties.FunctionConfig.Runtime).toBe('cloudfront-js-2.0');
    expect(DefaultCacheBehavior.FunctionAssociations).toHaveLength(1);
    for (const { FunctionAssociations } of CacheBehaviors) expect(FunctionAssociations).toBeUndefined();
  });
});
