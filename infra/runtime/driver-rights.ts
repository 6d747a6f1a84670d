import type { RuntimeDriver } from '#shared/provisioning/runtime-driver.ts';
import type { RuntimeResources } from './runtime-resources.ts';
import { allow, type Statement } from './statement.ts';

export type DriverStep = keyof RuntimeDriver;

interface DriverWorld {
  readonly runtimes: RuntimeResources;
  readonly serviceRoleArn: string;
  /** ARNs of the objects with template and code: CloudFormation reads the template on behalf of the driver, which copies all of them to other accounts. */
  readonly codeObjects: readonly string[];
  /** ARN of the truststore, in the account of the control plane alone: the driver looks for its version, and copies it to other accounts. */
  readonly truststore?: string;
}

/** The rights of each step of the driver `cloudformation`: in the account of the control plane for its function, elsewhere for the role that it takes on. */
export function driverRights({
  runtimes: { named, arn },
  serviceRoleArn,
  codeObjects,
  truststore,
}: DriverWorld): Readonly<Record<DriverStep, readonly Statement[]>> {
  const stacks = [arn('cloudformation', `stack/${named}*`)];
  const describe = allow(['cloudformation:DescribeStacks'], stacks);
  const explain = allow(['cloudformation:DescribeStackEvents'], stacks);
  const parameters = [arn('ssm', `parameter/${named}*`)];
  const forget = allow(['ssm:DeleteParameters'], parameters);
  const onTruststore = (...actions: string[]) => (truststore ? [allow(actions, [truststore])] : []);
  const building = (action: string) => [
    allow([`cloudformation:${action}`], stacks, { StringEquals: { 'cloudformation:RoleArn': serviceRoleArn } }),
    allow(['cloudformation:TagResource'], stacks),
    allow(['iam:PassRole'], [serviceRoleArn], { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } }),
    allow(['s3:GetObject'], codeObjects),
    ...onTruststore('s3:GetObject', 's3:GetObjectVersion'),
  ];
  return {
    provision: [describe, ...building('CreateStack')],
    check: [describe, explain],
    upgrade: [describe, ...building('UpdateStack')],
    checkUpgraded: [describe, explain, ...onTruststore('s3:GetObject')],
    configure: [
      describe,
      allow(['ssm:PutParameter'], parameters),
      allow(['lambda:InvokeFunction'], [arn('lambda', `function:${named}*-agent`)]),
    ],
    forgetToken: [describe, allow(['ssm:PutParameter'], parameters)],
    remove: [describe, allow(['cloudformation:DeleteStack'], stacks), forget],
    checkRemoved: [describe, explain, forget],
  };
}
