import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type CfnFunction,
  type Code,
  type IFunction,
  Function as LambdaFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import * as z from 'zod';
import { type Access, allow } from './access.ts';
import type { Deployment } from './deployment.ts';
import { functionCode } from './function-code.ts';
import { RunbookAlarm } from './runbook-alarm.ts';
import { ServiceLog } from './service-log.ts';
import { signingRoleName } from './signing-roles.ts';

export type EnvironmentSchema = z.ZodType<object, object>;
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** The names of the variables that accesses supply. */
type SuppliedBy<A extends readonly Access[]> = A[number] extends infer One ? (One extends Access<infer E> ? keyof E : never) : never;

export interface ServiceFunctionProps<S extends EnvironmentSchema, A extends readonly Access[]> {
  readonly deployment: Deployment;
  /** The name without the deployment's prefix. */
  readonly name: string;
  /** The handler's file, from the repository's root. */
  readonly entry: `functions/${string}.ts`;
  /** The name under which the file exports it. Default: `handler`. */
  readonly handler?: string;
  /** The schema that the function parses its environment with. */
  readonly schema: S;
  readonly access: A;
  /** The variables of the schema that no access supplies. */
  readonly environment: Without<z.input<S>, SuppliedBy<A>>;
  /** Default: the bundle of the entry. */
  readonly code?: Code;
  readonly timeout: Duration;
  readonly memorySize: number;
  /** Rings at a failed invocation: for work of which no other alarm tells for hours. Default: false. */
  readonly alarmsOnErrors?: boolean;
  /** True for a function that sends messages to its own queue: Lambda stops such a chain after about 16 invocations otherwise. Default: false. */
  readonly continuesItself?: boolean;
}

/** The only way to make a Lambda. A variable that the handler needs and that is not supplied does not compile. */
export class ServiceFunction<
  S extends EnvironmentSchema = EnvironmentSchema,
  const A extends readonly Access[] = readonly Access[],
> extends Construct {
  readonly function: LambdaFunction;
  readonly timeout: Duration;
  readonly logGroup: LogGroup;
  readonly functionName: string;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<S, A>) {
    super(scope, id);
    const functionName = `${props.deployment.settings.prefix}-${props.name}`;
    this.functionName = functionName;
    this.logGroup = new ServiceLog(this, 'Logs', {
      settings: props.deployment.settings,
      logGroupName: `/aws/lambda/${functionName}`,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      roleName: signingRoleName(props.deployment, props.name),
    });
    this.logGroup.grantWrite(role);
    for (const statement of props.access.flatMap((access) => access.statements)) role.addToPolicy(statement);
    acknowledgeWildcards(role, props.access);

    this.timeout = props.timeout;
    this.function = new LambdaFunction(this, 'Function', {
      functionName,
      role,
      logGroup: this.logGroup,
      code: props.code ?? functionCode(props.entry),
      handler: `index.${props.handler ?? 'handler'}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize,
      timeout: props.timeout,
      recursiveLoop: props.continuesItself ? RecursiveLoop.ALLOW : undefined,
      reservedConcurrentExecutions: props.deployment.settings.reservedConcurrency[props.name],
      environment: variables(props),
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      // Versions do not pile up: each goes when another one has taken its place.
      currentVersionOptions: { removalPolicy: RemovalPolicy.DESTROY },
    });
    const resource = this.function.node.defaultChild as CfnFunction;
    resource.addMetadata('compass:entry', props.entry);
    if (props.alarmsOnErrors) this.addAlarm(functionName, props.deployment);
  }

  /** Leads callers to the code that serves them. */
  get target(): IFunction {
    return this.function;
  }

  /** Grants the right to call it and wait for its result, with its name in the variable. */
  calling<const K extends string>(variable: K): Access<Record<K, string>> {
    return {
      environment: { [variable]: this.function.functionName } as Record<K, string>,
      statements: [allow(['lambda:InvokeFunction'], [this.function.functionArn])],
    };
  }

  private addAlarm(functionName: string, { alarmTopic }: Deployment): void {
    new RunbookAlarm(this, 'Errors', {
      alarmTopic,
      runbook: 'function-errors',
      summary: `${functionName} crashed, timed out or failed an invocation.`,
      metric: this.function.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
    });
  }
}

function variables(props: ServiceFunctionProps<EnvironmentSchema, readonly Access[]>): Record<string, string> {
  const known = keysOf(props.schema);
  const settings = Object.entries(props.deployment.settings.variables).filter(([name]) => known.includes(name));
  const all = Object.assign(Object.fromEntries(settings), ...props.access.map((access) => access.environment), props.environment);
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}

/** The variables that a function reads; of a union, those that any of its kinds reads. */
export function keysOf(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodDiscriminatedUnion) return [...new Set(schema.options.flatMap(keysOf))];
  throw new Error('the variables of a function are an object, or a union of objects');
}

function acknowledgeWildcards(role: Role, accesses: readonly Access[]): void {
  for (const { resource, reason } of accesses.flatMap(({ wildcards = [] }) => wildcards)) {
    Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
  }
}
