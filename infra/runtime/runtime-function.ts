import { Aws, CfnDeletionPolicy, Fn, Validations } from 'aws-cdk-lib';
import { CfnRole, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import { allow } from '../constructs/access.ts';
import { hasBoundary } from './runtime-conditions.ts';
import type { RuntimeNames } from './runtime-names.ts';

export interface RuntimeFunctionProps<S extends z.ZodType<object, object>> {
  readonly names: RuntimeNames;
  /** The part of its name after that of the Runtime, of 15 characters at most. */
  readonly name: string;
  readonly description: string;
  /** The parameter with the key of its code in the bucket `CodeBucket`. */
  readonly codeKey: 'AgentCodeKey' | 'GatewayCodeKey';
  /** The schema that the function parses its environment with. */
  readonly schema: S;
  readonly environment: { readonly [K in keyof z.input<S>]: string };
  readonly statements: readonly PolicyStatement[];
  readonly timeoutSeconds: number;
  readonly memorySize: number;
  readonly reservedConcurrency?: number;
}

/** Days that logs are kept. */
const logDays = 30;

/**
 * A function of a Runtime's stack. Its code is in a bucket that a parameter names, because the target account needs no bootstrap of the CDK, and its role
 * has the boundary that the deployment asks for.
 */
export class RuntimeFunction<S extends z.ZodType<object, object>> extends Construct {
  readonly functionName: string;
  readonly functionArn: string;

  constructor(scope: Construct, id: string, props: RuntimeFunctionProps<S>) {
    super(scope, id);
    const functionName = props.names.short(props.name);
    const logs = new CfnLogGroup(this, 'Logs', { logGroupName: `/aws/lambda/${functionName}`, retentionInDays: logDays });
    logs.cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE;
    const role = this.role(props, logs.attrArn);
    const resource = new CfnFunction(this, 'Function', {
      functionName,
      description: props.description,
      code: { s3Bucket: Fn.ref('CodeBucket'), s3Key: Fn.ref(props.codeKey) },
      handler: 'index.handler',
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      memorySize: props.memorySize,
      timeout: props.timeoutSeconds,
      role: role.attrArn,
      environment: { variables: { ...props.environment } },
      loggingConfig: { logGroup: logs.ref, logFormat: 'JSON', applicationLogLevel: 'INFO', systemLogLevel: 'WARN' },
      ...(props.reservedConcurrency !== undefined && { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    this.functionName = resource.ref;
    this.functionArn = resource.attrArn;
  }

  private role({ names, name, statements }: RuntimeFunctionProps<S>, logGroupArn: string): CfnRole {
    const trust = new PolicyStatement({ actions: ['sts:AssumeRole'], principals: [new ServicePrincipal('lambda.amazonaws.com')] });
    const logging = allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroupArn]);
    const role = new CfnRole(this, 'Role', {
      roleName: names.short(name),
      assumeRolePolicyDocument: new PolicyDocument({ statements: [trust] }),
      policies: [{ policyName: 'Function', policyDocument: new PolicyDocument({ statements: [logging, ...statements] }) }],
      permissionsBoundary: Fn.conditionIf(hasBoundary, Fn.ref('PermissionsBoundary'), Aws.NO_VALUE).toString(),
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${this.node.id}Logs.Arn>:*]`,
      reason: 'The streams of one log group.',
    });
    return role;
  }
}
