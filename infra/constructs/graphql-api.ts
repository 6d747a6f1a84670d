import { Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  CfnIntegration,
  type CfnRoute,
  type CfnStage,
  HttpApi,
  type HttpApiProps,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IDomainName,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import { ServiceLog } from './service-log.ts';

export interface GraphqlApiProps extends Pick<HttpApiProps, 'description' | 'disableExecuteApiEndpoint'> {
  readonly deployment: Deployment;
  /** The name without the deployment's prefix. */
  readonly name: string;
  readonly domain?: IDomainName;
}

/** Far above a cold start, which takes one to two seconds. */
const slow = Duration.seconds(5);

/** More than three a second: a client that repeats without a pause, or an attack. */
const manyRefusals = 1000;

/** Caller and outcome of each request; no headers, no bodies. CloudWatch keeps the time beside the line. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    ip: '$context.identity.sourceIp',
    route: '$context.routeKey',
    status: '$context.status',
    latency: '$context.responseLatency',
    integrationError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
    certificateSerial: '$context.identity.clientCert.serialNumber',
  }),
);

/** An HTTP API of GraphQL endpoints, and of what clients poll, with access logs, throttling and an alarm on server errors. */
export class GraphqlApi extends Construct {
  readonly api: HttpApi;
  private readonly stage: HttpStage;

  constructor(scope: Construct, id: string, { deployment, name, domain, ...props }: GraphqlApiProps) {
    super(scope, id);
    const { prefix, requestsPerSecond } = deployment.settings;
    this.api = new HttpApi(this, 'Api', { ...props, apiName: `${prefix}-${name}`, createDefaultStage: false });
    const logGroup = new ServiceLog(this, 'AccessLogs', {
      settings: deployment.settings,
      // Under this prefix the gateway's permission to write needs no growing resource policy.
      logGroupName: `/aws/vendedlogs/${prefix}-${name}`,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // Of all callers; further requests are refused with 429.
      throttle: { rateLimit: requestsPerSecond, burstLimit: 2 * requestsPerSecond },
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: accessLogFormat },
      ...(domain && { domainMapping: { domainName: domain } }),
    });
    new RunbookAlarm(this, 'ServerErrors', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'api-server-errors',
      summary: `${prefix}-${name} answers with server errors.`,
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 5,
    });
    new RunbookAlarm(this, 'Latency', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'api-latency',
      summary: `One call in a hundred of ${prefix}-${name} waits for ${slow.toHumanString()} or more.`,
      metric: this.api.metricLatency({ period: Duration.minutes(5), statistic: 'p99' }),
      threshold: slow.toMilliseconds(),
      evaluationPeriods: 3,
    });
    new RunbookAlarm(this, 'Refusals', {
      alarmTopic: deployment.alarmTopic,
      runbook: 'api-refusals',
      summary: `${prefix}-${name} refused ${manyRefusals} calls or more within five minutes, with a 4xx.`,
      metric: this.api.metricClientError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: manyRefusals,
    });
  }

  /** Answers under the name by which a firewall knows the API, too. */
  answerFirewall(domainName: IDomainName): void {
    new ApiMapping(this, 'OriginMapping', { api: this.api, stage: this.stage, domainName });
  }

  /** Adds `POST <path>`. The scope decides which stack the route belongs to; without an authorizer only the function authenticates. */
  post(scope: Construct, path: string, handler: ServiceFunction, authorizer?: IHttpRouteAuthorizer): HttpRoute {
    return this.route(scope, `Post${handler.node.id}`, HttpRouteKey.with(path, HttpMethod.POST), handler, authorizer);
  }

  /** Adds `GET <path>`; `name` distinguishes it from other routes to the same function. */
  get(scope: Construct, name: string, path: string, handler: ServiceFunction, authorizer?: IHttpRouteAuthorizer): HttpRoute {
    return this.route(scope, `Get${name}`, HttpRouteKey.with(path, HttpMethod.GET), handler, authorizer);
  }

  /** Adds `POST <path>` beside the GraphQL of the same function; `name` distinguishes it from other routes to it. */
  postBeside(scope: Construct, name: string, path: string, handler: ServiceFunction): HttpRoute {
    return this.route(scope, `Post${name}`, HttpRouteKey.with(path, HttpMethod.POST), handler);
  }

  /** Adds a route of any method beside the GraphQL of a function; `name` distinguishes it from other routes to it. */
  beside(scope: Construct, name: string, method: HttpMethod, path: string, handler: ServiceFunction): HttpRoute {
    return this.route(scope, name, HttpRouteKey.with(path, method), handler);
  }

  /** Adds `POST /oauth<path>` for clients of ours: their access tokens name themselves as audience, of which an authorizer knows a fixed list only. */
  postForClients(scope: Construct, path: string, handler: ServiceFunction): void {
    const route = this.route(scope, `OAuth${handler.node.id}`, HttpRouteKey.with(`/oauth${path}`, HttpMethod.POST), handler);
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The function verifies the access token by the keys of the issuer, and looks up whose it is and whether it still counts.',
    });
  }

  /** Lowers the rate of a route below that of the API, for a backend with a lower limit. The route must be in the API's stack. */
  limit(route: HttpRoute, { rateLimit, burstLimit }: { rateLimit: number; burstLimit: number }): void {
    const stage = this.stage.node.defaultChild as CfnStage;
    const { routeKey } = route.node.defaultChild as CfnRoute;
    const settings = { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
    stage.routeSettings = { ...stage.routeSettings, [routeKey]: settings };
    stage.node.addDependency(route);
  }

  private route(
    scope: Construct,
    name: string,
    routeKey: HttpRouteKey,
    handler: ServiceFunction,
    authorizer: IHttpRouteAuthorizer = new HttpNoneAuthorizer(),
  ): HttpRoute {
    const id = `${this.node.id}${name}`;
    const integration = new HttpLambdaIntegration(`${id}Integration`, handler.target);
    return permittedFirst(new HttpRoute(scope, id, { httpApi: this.api, routeKey, integration, authorizer }));
  }
}

/** Makes the integration wait for its permission: a function that changes would otherwise refuse the gateway for seconds. */
function permittedFirst(route: HttpRoute): HttpRoute {
  const permissions = route.node.findAll().filter((node) => node instanceof CfnPermission);
  const integration = route.node.findAll().find((node) => node instanceof CfnIntegration);
  integration?.node.addDependency(...permissions);
  return route;
}
