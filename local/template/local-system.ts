import * as z from 'zod';
import { resourcesOfType, type Templates } from './cloudformation.ts';
import { type Resolve, resolver } from './intrinsics.ts';
import { identify } from './local-identities.ts';

const jsonText = z.union([z.string(), z.record(z.string(), z.unknown())]);

/** The properties the runner reads, after the intrinsic functions were resolved. Numbers may come as text. */
const properties = {
  queue: z.looseObject({ RedrivePolicy: jsonText.optional() }),
  function: z.object({
    Handler: z.string().default('index.handler'),
    Timeout: z.coerce.number().default(3),
    Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).default({ Variables: {} }),
  }),
  mapping: z.object({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    Enabled: z.boolean().default(true),
    BatchSize: z.coerce.number().optional(),
    MaximumRetryAttempts: z.coerce.number().default(-1),
    FunctionResponseTypes: z.array(z.string()).default([]),
    ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number() }).optional(),
    DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
    FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: jsonText })) }).optional(),
  }),
  rule: z.object({
    EventBusName: z.string().default('default'),
    EventPattern: z.record(z.string(), z.unknown()).optional(),
    ScheduleExpression: z.string().optional(),
    State: z.string().default('ENABLED'),
    Targets: z
      .array(
        z.object({
          Id: z.string(),
          Arn: z.string(),
          Input: z.string().optional(),
          InputPath: z.string().optional(),
          InputTransformer: z.unknown().optional(),
          SqsParameters: z.object({ MessageGroupId: z.string() }).optional(),
        }),
      )
      .default([]),
  }),
  machine: z.object({ DefinitionString: z.string() }),
  route: z.object({ ApiId: z.string(), RouteKey: z.string(), Target: z.string().optional(), AuthorizerId: z.string().optional() }),
  integration: z.object({ IntegrationUri: z.string().optional() }),
  authorizer: z.object({ AuthorizerType: z.string() }),
};

export interface LocalQueue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface LocalFunction {
  readonly name: string;
  readonly arn: string;
  /** Path of the handler's file in the repository. */
  readonly entry: string;
  /** The name under which the file exports it. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
}

export type EventSourceMapping = z.infer<typeof properties.mapping>;
export type BusRule = z.infer<typeof properties.rule> & { readonly name: string };

/** A function that runs at regular times. */
export interface LocalSchedule {
  readonly ruleArn: string;
  /** EventBridge's notation: `rate(1 minute)`. */
  readonly expression: string;
  readonly functionArn: string;
}

export interface LocalMachine {
  readonly name: string;
  readonly arn: string;
  readonly definition: string;
}

export interface LocalRoute {
  readonly method: string;
  readonly path: string;
  readonly functionArn: string;
  /** True if a JWT authorizer stands in front of the function. */
  readonly authorized: boolean;
  /** On the API with client certificates, whose default endpoint is disabled. */
  readonly mutualTls: boolean;
}

export interface LocalTable {
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A secret whose first value CloudFormation generates. */
export interface LocalSecret {
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Everything of the deployment that has a counterpart on this machine. */
export interface LocalSystem {
  readonly tables: readonly LocalTable[];
  readonly buckets: readonly string[];
  readonly secrets: readonly LocalSecret[];
  readonly queues: readonly LocalQueue[];
  readonly functions: readonly LocalFunction[];
  readonly mappings: readonly EventSourceMapping[];
  readonly rules: readonly BusRule[];
  readonly schedules: readonly LocalSchedule[];
  readonly machines: readonly LocalMachine[];
  readonly routes: readonly LocalRoute[];
}

/** The functions that are called on this machine, without those that serve the deployment itself. */
export function calledFunctions({ functions, mappings, routes, schedules, machines }: LocalSystem): LocalFunction[] {
  const called = [...mappings.map(({ FunctionName }) => FunctionName), ...[...routes, ...schedules].map(({ functionArn }) => functionArn)];
  return functions.filter(
    ({ name, arn }) =>
      called.includes(name) ||
      called.includes(arn) ||
      machines.some(({ definition }) => definition.includes(`"${arn}"`)) ||
      functions.some(({ environment }) => Object.values(environment).includes(name)),
  );
}

export function localSystem(templates: Templates, queueEndpoint: string): LocalSystem {
  const resolve = resolver(templates, queueEndpoint);
  const all = (...types: string[]) =>
    resourcesOfType(templates, ...types).map((located) => {
      const identity = identify(located, queueEndpoint);
      const arn = identity.attributes.Arn ?? identity.ref;
      return {
        ...located,
        ...identity,
        arn,
        properties: () => resolve(located.stack, located.resource.Properties) as Record<string, unknown>,
      };
    });

  const rules = all('AWS::Events::Rule')
    .map((it) => ({ name: it.logicalId, arn: it.arn, ...properties.rule.parse(it.properties()) }))
    .filter(({ State }) => State === 'ENABLED');

  return {
    tables: all('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map((it) => ({ name: it.ref, properties: it.properties() })),
    buckets: all('AWS::S3::Bucket').map((it) => it.ref),
    secrets: all('AWS::SecretsManager::Secret').map((it) => ({ arn: it.ref, properties: it.properties() })),
    queues: all('AWS::SQS::Queue').map((it) => ({
      name: it.attributes.QueueName ?? '',
      arn: it.arn,
      url: it.ref,
      attributes: queueAttributes(properties.queue.parse(it.properties())),
    })),
    functions: all('AWS::Lambda::Function').flatMap((it) => {
      const entry = it.resource.Metadata['compass:entry'];
      if (typeof entry !== 'string') return [];
      const { Handler, Timeout, Environment } = properties.function.parse(it.properties());
      return [
        { name: it.ref, arn: it.arn, entry, handler: exportIn(Handler), timeoutSeconds: Timeout, environment: Environment.Variables },
      ];
    }),
    mappings: all('AWS::Lambda::EventSourceMapping')
      .map((it) => properties.mapping.parse(it.properties()))
      .filter(({ Enabled }) => Enabled),
    // Services of AWS publish on the default bus, and none does on this machine.
    rules: rules.filter(({ EventPattern, EventBusName }) => EventPattern !== undefined && EventBusName !== 'default'),
    schedules: rules.flatMap(({ arn, ScheduleExpression, Targets }) =>
      ScheduleExpression === undefined
        ? []
        : Targets.map((target) => ({ ruleArn: arn, expression: ScheduleExpression, functionArn: target.Arn })),
    ),
    machines: all('AWS::StepFunctions::StateMachine').map((it) => ({
      name: it.attributes.Name ?? '',
      arn: it.arn,
      definition: properties.machine.parse(it.properties()).DefinitionString,
    })),
    routes: localRoutes(templates, resolve),
  };
}

/** The name of the export in a function's `file.export`. */
const exportIn = (handler: string): string => handler.slice(handler.indexOf('.') + 1);

const queueSettings = [
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
];

function queueAttributes({ RedrivePolicy, ...queue }: z.infer<typeof properties.queue>): Record<string, string> {
  const settings = queueSettings.filter((name) => queue[name] !== undefined).map((name) => [name, String(queue[name])]);
  const redrive = typeof RedrivePolicy === 'string' ? RedrivePolicy : JSON.stringify(RedrivePolicy);
  return Object.fromEntries(RedrivePolicy ? [...settings, ['RedrivePolicy', redrive]] : settings);
}

function localRoutes(templates: Templates, resolve: Resolve): LocalRoute[] {
  const byRef = (type: string) =>
    new Map(
      resourcesOfType(templates, type).map((located) => [
        identify(located, '').ref,
        resolve(located.stack, located.resource.Properties) as Record<string, unknown>,
      ]),
    );
  const integrations = byRef('AWS::ApiGatewayV2::Integration');
  const authorizers = byRef('AWS::ApiGatewayV2::Authorizer');
  const apis = byRef('AWS::ApiGatewayV2::Api');
  return resourcesOfType(templates, 'AWS::ApiGatewayV2::Route').map(({ stack, resource }) => {
    const route = properties.route.parse(resolve(stack, resource.Properties));
    const [method = '', path = ''] = route.RouteKey.split(' ');
    const integration = properties.integration.parse(integrations.get(route.Target?.replace(/^integrations\//, '') ?? '') ?? {});
    return {
      method,
      path,
      functionArn: functionArnIn(integration.IntegrationUri ?? ''),
      authorized:
        route.AuthorizerId !== undefined && properties.authorizer.parse(authorizers.get(route.AuthorizerId)).AuthorizerType === 'JWT',
      mutualTls: apis.get(route.ApiId)?.DisableExecuteApiEndpoint === true,
    };
  });
}

/**
 * The function's ARN in `arn:aws:apigateway:…:lambda:path/…/functions/<arn>/invocations`, or in an ARN as it is. An alias is its function here: there is one
 * version.
 */
function functionArnIn(uri: string): string {
  const arn = /functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;
  return arn.split(':').slice(0, 7).join(':');
}
