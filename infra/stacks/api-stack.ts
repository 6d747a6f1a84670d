import { CfnOutput, Duration, Fn, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import type { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { connectorEnvironment } from '#functions/connector/env.ts';
import { crlEndpointEnvironment } from '#functions/crl-endpoint/env.ts';
import { directorEnvironment } from '#functions/director/env.ts';
import { tokenEndpointEnvironment } from '#functions/token-endpoint/env.ts';
import { revocationListFolder } from '#shared/certificates/authorities/revocation-list-url.ts';
import { certificateStandingPath } from '#shared/certificates/standing-path.ts';
import { configurationPaths } from '#shared/configuration/configuration-routes.ts';
import { ApiDomain } from '../constructs/api-domain.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { addAssignmentStatus, addAssignmentStatusForClients } from '../constructs/assignment-status-routes.ts';
import { addLegacyManagement, addLegacyPairing, addMetadataServices, addStatusRoutes } from '../constructs/compat/legacy-pairing-routes.ts';
import { admittingConsole, ConsoleSite } from '../constructs/console/console-site.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { throughFirewall } from '../constructs/firewall/origin-secret.ts';
import { GraphqlApi } from '../constructs/graphql-api.ts';
import { OperationsDashboard } from '../constructs/operations-dashboard.ts';
import { addPublicDomain } from '../constructs/public-domain.ts';
import { PublishedTruststore } from '../constructs/published-truststore.ts';
import { addRevocationListEdge } from '../constructs/revocation-list-edge.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { StatefulStack } from './stateful-stack.ts';

export interface ApiStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly stateful: StatefulStack;
  readonly webhookTester: ServiceFunction;
}

/** The gateway ends a call after 29 seconds: a longer run of the function has no reader. */
const gatewayTimeout = Duration.seconds(29);

/** Requests per second of all callers, on routes where a secret is the only authentication. */
const limitForSecrets = { rateLimit: 50, burstLimit: 100 };

/** Requests per second on other routes without an authorizer, so that unknown callers leave room for known ones. */
const limitForUnknown = { rateLimit: 100, burstLimit: 200 };

/** The host of an https URL without a path. */
const hostOf = (url: string): string => Fn.select(2, Fn.split('/', url));

/** The public API, the certificate-secured one, and the two functions behind both. */
export class ApiStack extends Stack {
  readonly publicApi: GraphqlApi;
  readonly userAuthorizer: HttpJwtAuthorizer;
  /** The client of users at the console; absent without a console and with an external issuer. */
  readonly consoleClient: UserPoolClient | undefined;
  /** Base URLs without a trailing slash; the second is empty where no custom domain exists. */
  readonly urls: { readonly PUBLIC_URL: string; readonly MTLS_URL: string };

  constructor(scope: Construct, id: string, { deployment, stateful, webhookTester, ...props }: ApiStackProps) {
    super(scope, id, props);
    const { prefix, mutualTls, publicDomain, firewall, revocationLists } = deployment.settings;
    const { issuer, audience } = stateful.identityProvider;
    const { domain, origin } = addPublicDomain(this, deployment);
    this.publicApi = new GraphqlApi(this, 'PublicApi', {
      deployment,
      name: 'public',
      description: 'Users and one-time tokens',
      // The address of the gateway stays, unless a firewall closes it: certificates and clients from before the domain name it.
      ...(firewall?.directCalls === 'refused' && { disableExecuteApiEndpoint: true }),
      ...(domain && { domain }),
    });
    if (origin) this.publicApi.answerFirewall(origin);
    // With and without a domain: an export that another stack imports cannot go.
    const endpoint = (this.publicApi.api.node.defaultChild as CfnApi).attrApiEndpoint;
    this.exportValue(endpoint);
    this.urls = {
      PUBLIC_URL: publicDomain ? `https://${publicDomain.domainName}` : endpoint,
      MTLS_URL: mutualTls ? `https://${mutualTls.domainName}` : '',
    };

    const publicHost = publicDomain?.domainName ?? hostOf(endpoint);
    this.consoleClient = this.serveConsole(deployment, stateful, publicHost);
    this.userAuthorizer = new HttpJwtAuthorizer('UserAuthorizer', issuer, {
      jwtAudience: [audience, ...(this.consoleClient ? [this.consoleClient.userPoolClientId] : [])],
    });
    const listsUrl =
      revocationLists === 'http' ? addRevocationListEdge(this, { prefix, publicHost }) : `${this.urls.PUBLIC_URL}${revocationListFolder}`;
    const director = this.director(deployment, stateful, webhookTester);
    const connector = this.connector(deployment, stateful, listsUrl);
    this.publicApi.post(this, '/director/graphql', director, this.userAuthorizer);
    this.publicApi.get(this, 'DirectorSchema', '/director/schema.graphql', director, this.userAuthorizer);
    this.publicApi.get(this, 'Documents', '/director/documents/{document}', director, this.userAuthorizer);
    const pairing = this.publicApi.post(this, '/connector/graphql', connector);
    Validations.of(pairing).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'A one-time token is no JWT; the Connector itself checks the token, or the JWT of a user who asks for one.',
    });
    this.publicApi.limit(pairing, limitForUnknown);
    const schema = this.publicApi.get(this, 'ConnectorSchema', '/connector/schema.graphql', connector);
    this.publicApi.limit(schema, limitForUnknown);
    Validations.of(schema).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The Connector itself checks the JWT of the user who asks for its schema, as it does for introspection.',
    });
    const standing = this.publicApi.postBeside(this, 'CertificateStanding', certificateStandingPath, connector);
    this.publicApi.limit(standing, limitForUnknown);
    Validations.of(standing).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The certificate in the request is checked itself; the answer tells no more than the certificate and whether it counts.',
    });
    addLegacyPairing(this, this.publicApi, connector, limitForSecrets);
    addStatusRoutes(this, this.publicApi, connector, limitForUnknown);
    this.forClients(deployment, stateful, director);
    const lists = this.publicApi.get(this, 'RevocationList', `${revocationListFolder}/{list}`, this.crlEndpoint(deployment, stateful));
    this.publicApi.limit(lists, limitForUnknown);
    Validations.of(lists).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Revocation lists are for everybody who checks certificates.',
    });
    const mutualTlsApi = this.certificateSecured({ deployment, stateful, director, connector });
    this.announceEndpoints(stateful);
    const apis = { public: this.publicApi, ...(mutualTlsApi && { 'mutual-tls': mutualTlsApi }) };
    new OperationsDashboard(this, 'Operations', { settings: deployment.settings, apis });
  }

  private serveConsole(deployment: Deployment, { identityProvider }: StatefulStack, publicHost: string): UserPoolClient | undefined {
    const { console: setting } = deployment.settings;
    if (setting) return new ConsoleSite(this, 'Console', { deployment, setting, identityProvider, publicHost }).client;
    new CfnOutput(this, 'ConsoleUrl', { value: 'none: the settings of the deployment have no console' });
    return undefined;
  }

  private director(deployment: Deployment, stateful: StatefulStack, webhookTester: ServiceFunction): ServiceFunction {
    const { table, specifications, truststore, sealingKey, identityProvider } = stateful;
    return new ApiFunction(this, 'Director', {
      deployment,
      name: 'director',
      entry: 'functions/director/handler.ts',
      schema: directorEnvironment,
      access: [
        table.registryAccess(),
        specifications.readWriteAccess(),
        truststore.readAccess(),
        sealingKey.readAccess(),
        identityProvider.access(),
        admittingConsole(this.consoleClient),
        identityProvider.registering(),
        throughFirewall(deployment),
        webhookTester.calling('WEBHOOK_TESTER'),
      ],
      environment: { ...this.urls, APPLICATION_HIDE_SELECTORS: JSON.stringify(deployment.settings.applicationHideSelectors) },
      timeout: gatewayTimeout,
      memorySize: 1024,
    });
  }

  private connector(
    deployment: Deployment,
    { table, truststore, certificateAuthorities, identityProvider }: StatefulStack,
    listsUrl: string,
  ): ServiceFunction {
    return new ApiFunction(this, 'Connector', {
      deployment,
      name: 'connector',
      entry: 'functions/connector/handler.ts',
      schema: connectorEnvironment,
      access: [
        table.access('ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        truststore.readAccess(),
        certificateAuthorities.issuingAccess(),
        identityProvider.access(),
        admittingConsole(this.consoleClient),
        throughFirewall(deployment),
      ],
      environment: {
        ...this.urls,
        CRL_URL: listsUrl,
        APPLICATION_CERTIFICATE_SECONDS: Duration.days(deployment.settings.certificateDays.application).toSeconds(),
        RUNTIME_CERTIFICATE_SECONDS: Duration.days(deployment.settings.certificateDays.runtime).toSeconds(),
      },
      timeout: gatewayTimeout,
      memorySize: 1024,
    });
  }

  private crlEndpoint(deployment: Deployment, { table, revocationLists }: StatefulStack): ServiceFunction {
    return new ServiceFunction(this, 'CrlEndpoint', {
      deployment,
      name: 'crl-endpoint',
      entry: 'functions/crl-endpoint/handler.ts',
      schema: crlEndpointEnvironment,
      access: [table.access('GetItem'), revocationLists.readAccess(), throughFirewall(deployment)],
      environment: {},
      timeout: Duration.seconds(15),
      memorySize: 512,
    });
  }

  /** The routes for OAuth clients: the token endpoint and the Director. */
  private forClients(deployment: Deployment, { identityProvider }: StatefulStack, director: ServiceFunction): void {
    const { clients } = identityProvider;
    if (!clients) return;
    this.publicApi.postForClients(this, '/director/graphql', director);
    addAssignmentStatusForClients(this, this.publicApi, director);
    const tokenEndpoint = new ServiceFunction(this, 'TokenEndpoint', {
      deployment,
      name: 'token-endpoint',
      entry: 'functions/token-endpoint/handler.ts',
      schema: tokenEndpointEnvironment,
      access: [throughFirewall(deployment)],
      environment: { TOKEN_URL: clients.tokenUrl },
      timeout: Duration.seconds(10),
      memorySize: 256,
    });
    const route = this.publicApi.post(this, '/oauth/token', tokenEndpoint);
    // Cognito accepts 150 requests of a kind a second, including sign-ins of users; a client needs one a day.
    this.publicApi.limit(route, limitForSecrets);
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Clients come here for the token that they will be known by; the identity provider checks their secret.',
    });
  }

  private certificateSecured(parts: {
    deployment: Deployment;
    stateful: StatefulStack;
    director: ServiceFunction;
    connector: ServiceFunction;
  }): GraphqlApi | undefined {
    const { deployment, stateful, director, connector } = parts;
    const { truststore, certificateAuthorities } = stateful;
    const published = new PublishedTruststore(this, 'PublishedTruststore', { deployment, certificateAuthorities, truststore });
    new CfnOutput(this, 'TrustedCertificates', { value: published.certificates });
    const { mutualTls } = deployment.settings;
    if (!mutualTls) return undefined;
    const { domain } = new ApiDomain(this, 'MutualTlsDomain', {
      deployment,
      ...mutualTls,
      clients: { truststore, version: published.version },
    });
    const api = new GraphqlApi(this, 'MutualTlsApi', {
      deployment,
      name: 'mutual-tls',
      description: 'Applications and Runtimes with a client certificate',
      // The default endpoint requires no certificate and would bypass the domain.
      disableExecuteApiEndpoint: true,
      domain,
    });
    addStatusRoutes(this, api, connector);
    const routes = [
      api.post(this, '/director/graphql', director),
      api.post(this, '/connector/graphql', connector),
      api.get(this, 'RuntimeConfiguration', configurationPaths.runtime, director),
      api.get(this, 'ApplicationConfiguration', configurationPaths.application, director),
      ...addLegacyManagement(this, api, connector),
      ...addMetadataServices(this, api, director),
      addAssignmentStatus(this, api, director),
    ];
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The TLS handshake has verified a client certificate; the function looks up whose it is and whether it still counts.',
      });
    }
    return api;
  }

  private announceEndpoints({ identityProvider }: StatefulStack): void {
    const { PUBLIC_URL, MTLS_URL } = this.urls;
    const output = (name: string, value: string) => new CfnOutput(this, name, { value });
    output('DirectorUrl', `${PUBLIC_URL}/director/graphql`);
    output('ConnectorUrl', `${PUBLIC_URL}/connector/graphql`);
    output('ProvisionerUrl', `${PUBLIC_URL}/provisioner/graphql`);
    const noClients = 'none: the identity provider is not of this deployment';
    for (const [name, path] of [
      ['OAuthDirectorUrl', '/oauth/director/graphql'],
      ['OAuthProvisionerUrl', '/oauth/provisioner/graphql'],
      ['TokenUrl', '/oauth/token'],
    ] as const) {
      output(name, identityProvider.clients ? PUBLIC_URL + path : noClients);
    }
    const missing = 'none: give domainName and hostedZoneId to get the certificate-secured API';
    output('CertificateSecuredDirectorUrl', MTLS_URL ? `${MTLS_URL}/director/graphql` : missing);
    output('CertificateSecuredConnectorUrl', MTLS_URL ? `${MTLS_URL}/connector/graphql` : missing);
  }
}
