import { describe, expect, it } from 'vitest';
import { directorEnvironment } from '#functions/director/env.ts';
import { consumerScopes } from '#shared/authorization/scopes.ts';
import { completeContext, deploymentUnderTest } from './deployment-under-test.ts';

const complete = deploymentUnderTest();
const withoutDomain = deploymentUnderTest({ stage: 'test' });

const routesOf = ({ ofType }: typeof complete, api: string) =>
  Object.fromEntries(
    ofType('AWS::ApiGatewayV2::Route')
      .filter(({ properties }) => properties.ApiId === api)
      .map(({ properties }) => {
        const integration = ofType('AWS::ApiGatewayV2::Integration').find(({ id }) => `integrations/${id}` === properties.Target);
        return [
          properties.RouteKey,
          `${integration?.properties.IntegrationUri} ${properties.AuthorizationType} ${properties.AuthorizerId ?? ''}`.trim(),
        ];
      }),
  );

const statusRoutes = Object.fromEntries(
  ['/v1/health', '/healthz', '/readyz', '/v1/info'].map((path) => [`GET ${path}`, 'ConnectorFunctionAliaslive NONE']),
);

describe('the public API', () => {
  it('asks users for a token, leaves one-time tokens to the Connector and tokens of clients to their API, and serves revocation lists without authentication', () => {
    expect(routesOf(complete, 'PublicApi')).toEqual({
      'POST /director/graphql': 'DirectorFunctionAliaslive JWT PublicApiUserAuthorizer',
      'GET /director/schema.graphql': 'DirectorFunctionAliaslive JWT PublicApiUserAuthorizer',
      'GET /director/documents/{document}': 'DirectorFunctionAliaslive JWT PublicApiUserAuthorizer',
      'GET /provisioner/schema.graphql': 'ProvisionerFunctionAliaslive JWT PublicApiUserAuthorizer',
      'GET /connector/schema.graphql': 'ConnectorFunctionAliaslive NONE',
      'POST /connector/graphql': 'ConnectorFunctionAliaslive NONE',
      'POST /connector/certificate-standing': 'ConnectorFunctionAliaslive NONE',
      'POST /provisioner/graphql': 'ProvisionerFunctionAliaslive JWT PublicApiUserAuthorizer',
      'POST /oauth/token': 'TokenEndpointFunction.Arn NONE',
      'POST /oauth/director/graphql': 'DirectorFunctionAliaslive NONE',
      'PATCH /oauth/v1/businessIntegrations/{formationId}/assignments/{assignmentId}/status': 'DirectorFunctionAliaslive NONE',
      'POST /oauth/provisioner/graphql': 'ProvisionerFunctionAliaslive NONE',
      'GET /v1/applications/signingRequests/info': 'ConnectorFunctionAliaslive NONE',
      'POST /v1/applications/certificates': 'ConnectorFunctionAliaslive NONE',
      ...statusRoutes,
      'GET /crl/{list}': 'CrlEndpointFunction.Arn NONE',
    });
  });

  it('trusts the tokens of the user pool that belongs to the deployment', () => {
    const [authorizer] = complete.ofType('AWS::ApiGatewayV2::Authorizer');
    expect(authorizer?.properties.JwtConfiguration).toEqual({
      Issuer: 'IdentityProviderUserPool.ProviderURL',
      Audience: ['IdentityProviderUserPoolConsole', 'ConsoleClient'],
    });
  });

  it('trusts another issuer when there is one, and makes no user pool then', () => {
    const external = deploymentUnderTest({ oidcIssuer: 'https://login.example.com', oidcAudience: 'compass' });
    const { ofType } = external;
    expect(ofType('AWS::Cognito::UserPool')).toEqual([]);
    expect(Object.keys(routesOf(external, 'PublicApi')).filter((route) => route.includes('/oauth/'))).toEqual([]);
    expect(ofType('AWS::Lambda::Function').map(({ id }) => id)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Token|Remover/)]),
    );
    const director = ofType('AWS::Lambda::Function').find(({ id }) => id === 'DirectorFunction');
    expect(director?.properties.Environment.Variables.CLIENT_REGISTRAR).toBe('none');
    const { Outputs = {} } = external.templates['compass-dev-api'] ?? {};
    expect(Outputs.TokenUrl?.Value).toMatch(/^none/);
    expect(ofType('AWS::ApiGatewayV2::Authorizer').map(({ properties }) => properties.JwtConfiguration)).toEqual([
      { Issuer: 'https://login.example.com', Audience: ['compass'] },
    ]);
  });
});

describe('routes without an authorizer', () => {
  const stage = complete.ofType('AWS::ApiGatewayV2::Stage').find(({ properties }) => properties.ApiId === 'PublicApi');
  const { DefaultRouteSettings, RouteSettings } = stage?.properties ?? {};

  it.each([
    ['POST /connector/graphql', /PostConnector/],
    ['POST /connector/certificate-standing', /PostCertificateStanding/],
    ['GET /connector/schema.graphql', /GetConnectorSchema/],
    ['GET /crl/{list}', /GetRevocationList/],
    ['POST /oauth/token', /PostTokenEndpoint/],
    ['GET /v1/applications/signingRequests/info', /GetSigningRequestInfo/],
    ['POST /v1/applications/certificates', /PostCertificates/],
    ['GET /v1/health', /GetHealth/],
    ['GET /healthz', /GetAlive/],
    ['GET /readyz', /GetReady/],
    ['GET /v1/info', /GetInfo/],
  ])('are asked less often than anything else: %s', (route, dependency) => {
    const limited = RouteSettings[route];
    expect(limited.ThrottlingRateLimit).toBeLessThan(DefaultRouteSettings.ThrottlingRateLimit);
    expect(limited.ThrottlingBurstLimit).toBeLessThan(DefaultRouteSettings.ThrottlingBurstLimit);
    // CloudFormation refuses settings of a route that is not there yet.
    expect(stage?.template.DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(dependency)]));
  });

  it('are the only ones with a rate of their own', () => {
    expect(Object.keys(RouteSettings)).toHaveLength(11);
  });
});

describe('the certificate-secured API', () => {
  const domain = () => complete.ofType('AWS::ApiGatewayV2::DomainName')[0]?.properties;

  it('serves Director and Connector', () => {
    expect(routesOf(complete, 'MutualTlsApi')).toEqual({
      'POST /director/graphql': 'DirectorFunctionAliaslive NONE',
      'POST /connector/graphql': 'ConnectorFunctionAliaslive NONE',
      'GET /runtimes/{id}/configuration': 'DirectorFunctionAliaslive NONE',
      'GET /applications/{id}/configuration': 'DirectorFunctionAliaslive NONE',
      'GET /v1/applications/management/info': 'ConnectorFunctionAliaslive NONE',
      'POST /v1/applications/certificates/renewals': 'ConnectorFunctionAliaslive NONE',
      'POST /v1/applications/certificates/revocations': 'ConnectorFunctionAliaslive NONE',
      'GET /{application}/v1/metadata/services': 'DirectorFunctionAliaslive NONE',
      'POST /{application}/v1/metadata/services': 'DirectorFunctionAliaslive NONE',
      'GET /{application}/v1/metadata/services/{serviceId}': 'DirectorFunctionAliaslive NONE',
      'PUT /{application}/v1/metadata/services/{serviceId}': 'DirectorFunctionAliaslive NONE',
      'DELETE /{application}/v1/metadata/services/{serviceId}': 'DirectorFunctionAliaslive NONE',
      'PATCH /v1/businessIntegrations/{formationId}/assignments/{assignmentId}/status': 'DirectorFunctionAliaslive NONE',
      ...statusRoutes,
    });
  });

  it('can be reached through its domain only', () => {
    const api = complete.ofType('AWS::ApiGatewayV2::Api').find(({ id }) => id === 'MutualTlsApi');
    expect(api?.properties.DisableExecuteApiEndpoint).toBe(true);
    const mappings = complete.ofType('AWS::ApiGatewayV2::ApiMapping').map(({ properties }) => [properties.DomainName, properties.ApiId]);
    expect(mappings).toEqual([['MutualTlsDomain', 'MutualTlsApi']]);
  });

  it('asks for a certificate of the authorities in the published truststore, over TLS 1.2 or later', () => {
    expect(domain().MutualTlsAuthentication).toEqual({
      TruststoreUri: 's3://TruststoreBucket/truststore.pem',
      TruststoreVersion: 'PublishedTruststorePublication.TruststoreVersion',
    });
    expect(domain().DomainNameConfigurations).toEqual([expect.objectContaining({ SecurityPolicy: 'TLS_1_2' })]);
  });

  it('does not exist without a domain, and the outputs say so', () => {
    expect(withoutDomain.ofType('AWS::ApiGatewayV2::DomainName')).toEqual([]);
    expect(withoutDomain.ofType('AWS::ApiGatewayV2::Api').map(({ id }) => id)).toEqual(['PublicApi']);
    const { Outputs = {} } = withoutDomain.templates['compass-test-api'] ?? {};
    expect(Outputs.CertificateSecuredDirectorUrl?.Value).toMatch(/domainName and hostedZoneId/);
    expect(Outputs.CertificateSecuredConnectorUrl?.Value).toMatch(/domainName and hostedZoneId/);
  });
});

describe('the public API with a domain of its own', () => {
  const named = { ...completeContext, publicDomainName: 'api.example.com', publicHostedZoneId: 'Z2' };
  const deployment = deploymentUnderTest(named);
  const domain = deployment.ofType('AWS::ApiGatewayV2::DomainName').find(({ id }) => id.startsWith('PublicDomain'))?.properties;

  it('asks no client for a certificate there, and takes TLS 1.2 or later over IPv4 and IPv6', () => {
    expect(domain).toMatchObject({ DomainName: 'api.example.com' });
    expect(domain).not.toHaveProperty('MutualTlsAuthentication');
    expect(domain.DomainNameConfigurations).toEqual([expect.objectContaining({ SecurityPolicy: 'TLS_1_2', IpAddressType: 'dualstack' })]);
    const records = deployment.ofType('AWS::Route53::RecordSet').filter(({ properties }) => properties.Name === 'api.example.com.');
    expect(records.map(({ properties }) => properties.Type).sort()).toEqual(['A', 'AAAA']);
  });

  it('has its address there in every function and output that tells clients an address', () => {
    const variables = deployment
      .ofType('AWS::Lambda::Function')
      .flatMap(({ properties }) => properties.Environment?.Variables?.PUBLIC_URL ?? []);
    expect(variables.length).toBeGreaterThan(2);
    expect(new Set(variables)).toEqual(new Set(['https://api.example.com']));
    const { Outputs = {} } = deployment.templates['compass-test-api'] ?? {};
    for (const name of ['DirectorUrl', 'ConnectorUrl', 'ProvisionerUrl', 'TokenUrl']) {
      expect(Outputs[name]?.Value).toMatch(/^https:\/\/api\.example\.com\//);
    }
  });

  it('keeps the address of the gateway, which certificates and clients from before name', () => {
    const api = deployment.ofType('AWS::ApiGatewayV2::Api').find(({ id }) => id === 'PublicApi');
    expect(api?.properties.DisableExecuteApiEndpoint ?? false).toBe(false);
  });

  it('cannot lose the domain without an explicit word', () => {
    const { Metadata } = deployment.templates['compass-test-stateful'] as { Metadata?: Record<string, unknown> };
    expect(Metadata?.['compass:hard-to-undo']).toMatchObject({ domain: ['compass.example.com', 'api.example.com', 'execute-api'] });
  });
});

describe('both APIs', () => {
  it('limit the rate and write access logs that name no secret', () => {
    const stages = complete.ofType('AWS::ApiGatewayV2::Stage');
    expect(stages.map(({ properties }) => properties.ApiId).sort()).toEqual(['MutualTlsApi', 'PublicApi']);
    for (const { properties } of stages) {
      expect(properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
      expect(properties.DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0);
      expect(properties.AccessLogSettings.DestinationArn).toMatch(/AccessLogs\.Arn$/);
    }
  });

  it('publish metrics of the whole API only, since each metric of a route is charged and no alarm watches one', () => {
    for (const { properties } of complete.ofType('AWS::ApiGatewayV2::Stage')) {
      const settings = [properties.DefaultRouteSettings, ...Object.values(properties.RouteSettings ?? {})];
      for (const one of settings) expect(one.DetailedMetricsEnabled ?? false).toBe(false);
    }
  });

  it('log of a request who sent it, when, to which route and with what outcome: no header, no query, no body, no claim', () => {
    const named = [
      'authorizer.error',
      'identity.clientCert.serialNumber',
      'identity.sourceIp',
      'integrationErrorMessage',
      'requestId',
      'responseLatency',
      'routeKey',
      'status',
    ];
    for (const { properties } of complete.ofType('AWS::ApiGatewayV2::Stage')) {
      const variables = [...properties.AccessLogSettings.Format.matchAll(/\$context\.([\w.]+)/g)].map(([, name]) => name);
      expect(variables.sort()).toEqual(named);
      expect(properties.AccessLogSettings.Format.match(/\$/g)).toHaveLength(named.length);
    }
  });

  it('take 1,000 requests a second over all callers, 100 of unknown ones, and 50 where secrets could be guessed', () => {
    for (const { properties } of complete.ofType('AWS::ApiGatewayV2::Stage')) {
      expect(properties.DefaultRouteSettings.ThrottlingRateLimit).toBe(1000);
      const limits = Object.values(properties.RouteSettings ?? {}).map(
        (one) => (one as { ThrottlingRateLimit: number }).ThrottlingRateLimit,
      );
      expect(limits).toEqual(properties.ApiId === 'PublicApi' ? [100, 100, 100, 50, 50, 100, 100, 100, 100, 50, 100] : []);
    }
  });
});

describe('the user pool', () => {
  const pool = () => complete.ofType('AWS::Cognito::UserPool')[0]?.properties;

  it('lets only administrators make accounts, and asks every user for a second factor', () => {
    expect(pool().AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: true });
    expect(pool().MfaConfiguration).toBe('ON');
  });

  it('knows every scope that a client of ours may get, under the name of our resource server', () => {
    const [server] = complete.ofType('AWS::Cognito::UserPoolResourceServer');
    const scopes = server?.properties.Scopes.map(({ ScopeName }: { ScopeName: string }) => ScopeName);
    expect(server?.properties.Identifier).toBe(directorEnvironment.options[1].shape.RESOURCE_SERVER.parse(undefined));
    expect(scopes.toSorted()).toEqual([...new Set(Object.values(consumerScopes).flat())].sort());
  });

  it('lets no user choose scopes of ours: what users may do is in their groups', () => {
    const clients = complete.ofType('AWS::Cognito::UserPoolClient').map(({ properties }) => properties.AllowedOAuthScopes);
    expect(clients).toEqual([['openid'], ['openid']]);
  });
});
