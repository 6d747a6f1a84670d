import { CloudFormationClient, CloudFormationServiceException, type Stack, type StackEvent } from '@aws-sdk/client-cloudformation';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { cloudFormationDriver } from '#shared/aws/cloudformation/cloudformation-driver.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { RuntimeTargets } from '#shared/provisioning/drivers/runtime-targets.ts';
import type { StackSettings } from '#shared/provisioning/drivers/stack-settings.ts';

const runtimeId = '01920000-0000-7000-8000-0123456789ab';
export const stackName = `compass-test-runtime-${runtimeId}`;
const stackId = `arn:aws:cloudformation:eu-central-1:111122223333:stack/${stackName}/0`;

export const runtime = { tenant: tenantId('tenant-1'), runtimeId, operationId: '0192ffff-0000-7000-8000-0123456789ab', parameters: {} };

const stackSettingsOfTest: StackSettings = {
  partition: 'aws',
  prefix: 'compass-test',
  serviceRole: 'compass-test-stack-deployer',
  permissionsBoundary: 'compass-test-stack-boundary',
  codeBucket: 'code',
  templateKey: 'runtime.json',
  templateUrl: 'https://code.s3.eu-central-1.amazonaws.com/runtime.json',
  truststore: { bucket: 'trust', key: 'truststore.pem' },
  parameters: { AgentCodeKey: 'agent.zip', GatewayCodeKey: 'gateway.zip', TemplateVersion: 'v2' },
};

export const ownTarget: RuntimeTargets = { partition: 'aws', own: { account: '111122223333', region: 'eu-central-1' }, targets: [] };

type Behavior = { resolves: (answer: object) => unknown };

/** The driver with services whose answers a test decides. */
export function driverUnderTest(targets = ownTarget) {
  const [cloudFormation, parameters, functions] = [new CloudFormationClient({}), new SSMClient({}), new LambdaClient({})];
  const [objects, published] = [new S3Client({}), new S3Client({})];
  const clients = { cloudFormation, parameters, functions, objects };
  const driver = cloudFormationDriver({ settings: stackSettingsOfTest, targets, clientsOf: async () => clients, published });
  const mocks = {
    stacks: mockClient(cloudFormation),
    parameters: mockClient(parameters),
    functions: mockClient(functions),
    objects: mockClient(objects),
    published: mockClient(published),
  };
  for (const mock of Object.values(mocks)) (mock as { onAnyCommand: () => Behavior }).onAnyCommand().resolves({});
  return { driver, ...mocks };
}

/** A stack as CloudFormation describes it, with the tags of the Runtime. */
export const aStack = (StackStatus: string, more: Partial<Stack> = {}): { Stacks: Stack[] } => ({
  Stacks: [
    {
      StackName: stackName,
      StackId: stackId,
      CreationTime: new Date(0),
      StackStatus: StackStatus as Stack['StackStatus'],
      Tags: [
        { Key: 'compass:tenant', Value: runtime.tenant },
        { Key: 'compass:runtime', Value: runtimeId },
      ],
      Outputs: [{ OutputKey: 'AgentFunctionName', OutputValue: 'compass-test-runtime-0123456789ab-agent' }],
      ...more,
    },
  ],
});

/** The token of the request that removes the stack. */
export const removal = `${runtime.operationId}-removal`;

interface Happened {
  readonly status: string;
  readonly reason?: string;
  readonly operation?: string;
}

/** Events of resources in the order in which they happened; `stack` stands for the stack itself. */
export const eventsOf = (...happened: (Happened & { readonly resource: string })[]): { StackEvents: StackEvent[] } => ({
  StackEvents: happened
    .map(({ resource, status, reason, operation = runtime.operationId }, index) => ({
      StackId: stackId,
      EventId: `${index}`,
      StackName: stackName,
      Timestamp: new Date(index),
      LogicalResourceId: resource === 'stack' ? stackName : resource,
      PhysicalResourceId: resource === 'stack' ? stackId : resource.toLowerCase(),
      ResourceType: resource === 'stack' ? 'AWS::CloudFormation::Stack' : 'AWS::Lambda::Function',
      ResourceStatus: status as StackEvent['ResourceStatus'],
      ResourceStatusReason: reason,
      ClientRequestToken: operation,
    }))
    .reverse(),
});

/** An error as a service answers it. */
export const serviceError = (name: string, message = name, status = 400) =>
  new CloudFormationServiceException({
    name,
    message,
    $fault: status >= 500 ? 'server' : 'client',
    $metadata: { httpStatusCode: status },
  });

export const missingStack = serviceError('ValidationError', `Stack with id ${stackName} does not exist`);
