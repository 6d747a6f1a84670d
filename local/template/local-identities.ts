import type { Located } from './cloudformation.ts';

export const account = '000000000000';
export const region = 'us-east-1';

/** The values of `Ref` and `Fn::GetAtt` for a resource on this machine. */
export interface LocalIdentity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;

export const arnOfFunction = (name: string): string => arn('lambda', `function:${name}`);

/** The name of a resource in the template, or one made from its stack and logical id. */
function nameOf({ stack, logicalId, resource }: Located, property: string, longest: number): string {
  const given = resource.Properties[property];
  return typeof given === 'string' ? given : `${stack}-${logicalId}`.slice(-longest);
}

type Identify = (located: Located, queueEndpoint: string) => LocalIdentity;

const named =
  (service: string, property: string, longest: number, prefix = ''): Identify =>
  (located) => {
    const name = nameOf(located, property, longest);
    return { ref: name, attributes: { Arn: arn(service, prefix + name), Name: name } };
  };

const identifyBucket: Identify = (located) => {
  const name = nameOf(located, 'BucketName', 63).toLowerCase();
  return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}` } };
};

const identifyTable: Identify = (located) => {
  const name = nameOf(located, 'TableName', 255);
  return { ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`), StreamArn: arn('dynamodb', `table/${name}/stream/local`) } };
};

const byType: Readonly<Record<string, Identify>> = {
  'AWS::SQS::Queue': (located, queueEndpoint) => {
    const name = nameOf(located, 'QueueName', 80);
    const url = `${queueEndpoint}/${account}/${name}`;
    return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::S3::Bucket': identifyBucket,
  'AWS::DynamoDB::Table': identifyTable,
  'AWS::DynamoDB::GlobalTable': identifyTable,
  'AWS::Lambda::Function': named('lambda', 'FunctionName', 64, 'function:'),
  'AWS::Events::EventBus': named('events', 'Name', 256, 'event-bus/'),
  'AWS::Events::Rule': named('events', 'Name', 64, 'rule/'),
  'AWS::StepFunctions::StateMachine': (located) => {
    const name = nameOf(located, 'StateMachineName', 80);
    return { ref: arn('states', `stateMachine:${name}`), attributes: { Arn: arn('states', `stateMachine:${name}`), Name: name } };
  },
  'AWS::SNS::Topic': (located) => ({ ref: arn('sns', nameOf(located, 'TopicName', 256)), attributes: {} }),
  'AWS::SecretsManager::Secret': (located) => ({
    ref: arn('secretsmanager', `secret:${nameOf(located, 'Name', 256)}`),
    attributes: {},
  }),
};

/** Resources without a counterpart here still get names, so that templates resolve; nothing local answers to them. */
export function identify(located: Located, queueEndpoint: string): LocalIdentity {
  const known = byType[located.resource.Type];
  return known ? known(located, queueEndpoint) : { ref: `${located.stack}-${located.logicalId}`, attributes: {} };
}
